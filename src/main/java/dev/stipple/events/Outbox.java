package dev.stipple.events;

import dev.stipple.events.Event.Kind;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes in events for every receiver; part of the transaction under way, so that nothing happens without its event. */
public final class Outbox {
    private final Database database;
    private final RowSeals seals;
    private final List<String> receivers;

    public Outbox(Database database, Keys keys, List<Receiver> receivers) {
        this.database = database;
        this.seals = new RowSeals(database, keys);
        this.receivers = receivers.stream().map(Receiver::name).toList();
    }

    /** One that takes in nothing, as nobody is told anything. */
    public static Outbox ofNobody(Database database, Keys keys) {
        return new Outbox(database, keys, List.of());
    }

    public void add(Kind kind, String reference, int version, Instant at) {
        String id = UUID.randomUUID().toString();
        for (String receiver : receivers) {
            database.sql()
                    .sql("insert into outbox (id, receiver, kind, reference, version, at, attempts, next_at)"
                            + " values (?, ?, ?, ?, ?, ?, 0, ?)")
                    .params(id, receiver, kind.name(), reference, version, Times.utc(at), Times.utc(at))
                    .update();
            seals.seal(SealedTable.OUTBOX, id, receiver);
        }
    }

    /** Takes back what is not sent yet of a screening that is erased, of which only that is left to tell. */
    public void erased(String reference, int version, Instant at) {
        database.sql()
                .sql("delete from outbox where reference = ?")
                .param(reference)
                .update();
        add(Kind.ERASED, reference, version, at);
    }
}
