package dev.stipple.events;

import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.SealedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Events that did not arrive, for whoever looks after them. */
public final class StuckEvents {
    /** How many are shown at most. */
    public static final int MOST = 200;

    private static final String STUCK = "(attempts > 0 or receiver not in (:receivers))";

    private final Database database;
    private final AuditLog audit;
    private final List<String> receivers;
    private final boolean mail;
    private final InstantSource clock;

    /**
     * Changes nothing yet.
     *
     * @param mail whether people are written to
     */
    public StuckEvents(Database database, AuditLog audit, List<Receiver> receivers, boolean mail, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.receivers = receivers.stream().map(Receiver::name).toList();
        this.mail = mail;
        this.clock = clock;
    }

    public List<String> receivers() {
        return receivers;
    }

    /** Whether people are written to. */
    public boolean mail() {
        return mail;
    }

    /** How many wait, those among them that were not tried yet. */
    public int waiting() {
        return database.sql()
                .sql("select count(*) from outbox")
                .query(Integer.class)
                .single();
    }

    /** Those that were tried in vain or have nowhere to go, the oldest first. */
    public List<Waiting> stuck() {
        return database.sql()
                .sql("select * from outbox where " + STUCK + " order by at, id, receiver limit :most")
                .param("receivers", known())
                .param("most", MOST)
                .query((row, line) -> waiting(row))
                .list();
    }

    private List<String> known() {
        return Stream.concat(receivers.stream(), Stream.of(mail ? Outbox.PERSON : ""))
                .toList();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        String receiver = row.getString("receiver");
        return new Waiting(
                row.getString("id"),
                receiver,
                row.getString("kind"),
                row.getString("reference"),
                Times.instant(row, "at"),
                row.getInt("attempts"),
                Times.instant(row, "next_at"),
                row.getString("problem"),
                known().contains(receiver),
                !audit.seals().holds(SealedTable.OUTBOX, row));
    }

    /** Lets all of them be tried at once again, such as after a receiver was mended. */
    public void tryAgain(String actor) {
        Instant now = clock.instant();
        database.inTransaction(() -> {
            int some = database.sql()
                    .sql("update outbox set attempts = 1, next_at = ? where attempts > 0")
                    .param(Times.utc(now))
                    .update();
            audit.add(actor, Action.EVENTS_RETRIED, "", some + " events");
        });
    }

    /** Gives one up: its receiver is never told. */
    public void giveUp(String id, String receiver, String actor) {
        database.inTransaction(() -> {
            int some = database.sql()
                    .sql("delete from outbox where id = ? and receiver = ?")
                    .params(id, receiver)
                    .update();
            if (some > 0) {
                audit.add(actor, Action.EVENT_GIVEN_UP, "", id + " for " + receiver);
            }
        });
    }
}
