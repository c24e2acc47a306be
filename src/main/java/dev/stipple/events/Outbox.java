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

/**
 * Takes in events for every receiver, and those of which a person is told by mail; part of the transaction under way, so that
 * nothing happens without its event.
 */
public final class Outbox {
    /** The receiver that is the person, by mail; no other one can have this name. */
    public static final String PERSON = "@person";

    private final Database database;
    private final RowSeals seals;
    private final List<String> receivers;
    private final boolean mail;

    /**
     * Takes in nothing yet.
     *
     * @param mail whether people are written to
     */
    public Outbox(Database database, Keys keys, List<Receiver> receivers, boolean mail) {
        this.database = database;
        this.seals = new RowSeals(database, keys);
        this.receivers = receivers.stream().map(Receiver::name).toList();
        this.mail = mail;
    }

    public void add(Kind kind, String reference, int version, Instant at) {
        String id = UUID.randomUUID().toString();
        receivers.forEach(receiver -> insert(id, receiver, kind, reference, version, at));
    }

    /** Has the person written to, where anybody is. */
    public void addMail(Kind kind, String reference, int version, Instant at) {
        if (mail) {
            insert(UUID.randomUUID().toString(), PERSON, kind, reference, version, at);
        }
    }

    /** Takes back what the person was not told by mail yet. */
    public void endMails(String reference) {
        database.sql()
                .sql("delete from outbox where reference = ? and receiver = ?")
                .params(reference, PERSON)
                .update();
    }

    private void insert(String id, String receiver, Kind kind, String reference, int version, Instant at) {
        database.sql()
                .sql("insert into outbox (id, receiver, kind, reference, version, at, attempts, next_at)"
                        + " values (?, ?, ?, ?, ?, ?, 0, ?)")
                .params(id, receiver, kind.name(), reference, version, Times.utc(at), Times.utc(at))
                .update();
        seals.seal(SealedTable.OUTBOX, id, receiver);
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
