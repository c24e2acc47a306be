package dev.stipple.events;

import dev.stipple.events.Event.Kind;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits in the outbox. To take an event is to put off its next attempt, so that nobody else sends it meanwhile, and
 * another service does if this one dies before it noted how that went.
 */
final class OutboxRows {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRows.class);
    /** Longer than an attempt takes. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int DOUBLED_AT_MOST = 12;
    private static final List<String> KINDS =
            Stream.of(Kind.values()).map(Kind::name).toList();

    /** An event that this service is to send; without it where its row was altered. */
    record Taken(String id, int attempts, Optional<Event> event) {}

    private final Database database;
    private final RowSeals seals;

    OutboxRows(Database database, Keys keys) {
        this.database = database;
        this.seals = new RowSeals(database, keys);
    }

    /** Takes the next event that a receiver is to be told by now; what only a later version knows is left to that. */
    Optional<Taken> take(String receiver, Instant now) {
        return database.inTransaction(() -> {
            Optional<Taken> next = database.sql()
                    .sql("select * from outbox where receiver = :receiver and next_at <= :now and kind in (:kinds)"
                            + " order by next_at, id limit 1 for update skip locked")
                    .param("receiver", receiver)
                    .param("now", Times.utc(now))
                    .param("kinds", KINDS)
                    .query((row, line) -> taken(row))
                    .optional();
            next.ifPresent(taken -> putOff(receiver, taken, now));
            return next;
        });
    }

    private Taken taken(ResultSet row) throws SQLException {
        boolean holds = seals.isUsable(SealedTable.OUTBOX, row);
        return new Taken(
                row.getString("id"), row.getInt("attempts") + 1, holds ? Optional.of(event(row)) : Optional.empty());
    }

    private void putOff(String receiver, Taken taken, Instant now) {
        database.sql()
                .sql("update outbox set attempts = ?, next_at = ? where id = ? and receiver = ?")
                .params(taken.attempts(), Times.utc(now.plus(pause(taken.attempts()))), taken.id(), receiver)
                .update();
    }

    private static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLED_AT_MOST));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getInt("version"),
                Times.instant(row, "at"));
    }

    void sent(String receiver, Event event) {
        database.sql()
                .sql("delete from outbox where id = ? and receiver = ?")
                .params(event.id(), receiver)
                .update();
    }

    void failed(String receiver, Event event, String problem) {
        LOG.warn("Event {} is sent to {} again later: {}", event.id(), receiver, problem);
        database.sql()
                .sql("update outbox set problem = ? where id = ? and receiver = ?")
                .params(problem, event.id(), receiver)
                .update();
    }
}
