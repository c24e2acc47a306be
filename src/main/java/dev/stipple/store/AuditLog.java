package dev.stipple.store;

import dev.stipple.store.AuditEntry.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who saw and changed what. Entries are only ever added, and each one seals the one before, so that nobody without the
 * master key can alter, insert or remove one unnoticed.
 */
public final class AuditLog {
    private static final int BATCH = 5_000;
    private static final int LONGEST_DETAIL = 2_000;

    /**
     * What verifying the whole log came to.
     *
     * @param entries how many hold
     * @param head seal of the last one; whoever noted an earlier one can look it up
     * @param broken what does not hold; empty where everything does
     */
    public record Verification(long entries, String head, Optional<String> broken) {
        public boolean holds() {
            return broken.isEmpty();
        }
    }

    private record Head(long number, String seal) {}

    private final Database database;
    private final MasterKey master;
    private final InstantSource clock;

    /**
     * @throws InvalidKey where the database was filled under another master key
     */
    public AuditLog(Database database, MasterKey master, InstantSource clock) {
        KeyCheck.check(database, master);
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    /** Adds an entry; part of the transaction under way, so that nothing is done without its entry. */
    public void add(String actor, Action action, String subject, String detail) {
        database.inTransaction(() -> {
            Head head = head("select number, seal from audit_head where id = 1 for update");
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            String said = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
            var open = new AuditEntry(head.number() + 1, now, actor, action, subject, said, "");
            String seal = open.sealed(master, head.seal());
            database.sql()
                    .sql(
                            "insert into audit (number, at, actor, action, subject, detail, seal) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(open.number(), now.atOffset(ZoneOffset.UTC), actor, action.name(), subject, said, seal)
                    .update();
            database.sql()
                    .sql("update audit_head set number = ?, seal = ? where id = 1")
                    .params(open.number(), seal)
                    .update();
        });
    }

    /** What was done to one subject, oldest first. */
    public List<AuditEntry> of(String subject) {
        return database.sql()
                .sql("select * from audit where subject = ? order by number")
                .param(subject)
                .query(AuditLog::entry)
                .list();
    }

    /** The latest entries before a number, latest first. */
    public List<AuditEntry> latest(long before, int most) {
        return database.sql()
                .sql("select * from audit where number < ? order by number desc limit ?")
                .params(before, most)
                .query(AuditLog::entry)
                .list();
    }

    /** Recomputes the chain from the first entry to the last. */
    public Verification verify() {
        Head head = head("select number, seal from audit_head where id = 1");
        String seal = "";
        long number = 0;
        while (number < head.number()) {
            List<AuditEntry> entries = between(number, head.number());
            if (entries.isEmpty()) {
                return broken(number, seal, "every entry after " + number + " is missing");
            }
            for (AuditEntry entry : entries) {
                if (entry.number() != number + 1) {
                    return broken(number, seal, "entry " + (number + 1) + " is missing");
                }
                if (!entry.sealed(master, seal).equals(entry.seal())) {
                    return broken(number, seal, "entry " + entry.number() + " is not as it was written");
                }
                seal = entry.seal();
                number = entry.number();
            }
        }
        return seal.equals(head.seal())
                ? new Verification(number, seal, Optional.empty())
                : broken(number, seal, "the end of the log is not as it was noted");
    }

    private List<AuditEntry> between(long after, long last) {
        return database.sql()
                .sql("select * from audit where number > ? and number <= ? order by number limit ?")
                .params(after, last, BATCH)
                .query(AuditLog::entry)
                .list();
    }

    private static Verification broken(long number, String seal, String what) {
        return new Verification(number, seal, Optional.of(what));
    }

    private Head head(String query) {
        return database.sql()
                .sql(query)
                .query((row, line) -> new Head(row.getLong("number"), row.getString("seal")))
                .single();
    }

    private static AuditEntry entry(ResultSet row, int line) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Action.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("seal"));
    }
}
