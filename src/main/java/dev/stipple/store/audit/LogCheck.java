package dev.stipple.store.audit;

import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.Subject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the log from the first entry to the last, on past what does not hold. The ends are the seals that nothing
 * follows yet: one while nobody meddles; a log that was set back grows a second one.
 */
final class LogCheck {
    private static final String ENDS = "ends of the log";
    private static final String MENDED = "times that something was mended";
    private static final int BATCH = 5_000;

    private final Database database;
    private final Keys keys;
    private final Faults faults;
    private final Map<String, String> noted;
    private final Set<String> ends = new HashSet<>(Set.of(""));
    private long held;
    private long before;
    private int newestKey;

    /**
     * Prepares a check.
     *
     * @param noted seals that have to be there, with where each was noted
     */
    LogCheck(Database database, Keys keys, Map<String, String> noted, Faults faults) {
        this.database = database;
        this.keys = keys;
        this.noted = new LinkedHashMap<>(noted);
        this.faults = faults;
    }

    /** How many entries hold, up to the end that was noted when the check began. */
    long run() {
        Optional<AuditHead.End> end = new AuditHead(database, keys).noted();
        String seal = "";
        long number = Long.MIN_VALUE;
        for (List<AuditEntry> entries = behind(number, seal); !entries.isEmpty(); entries = behind(number, seal)) {
            entries.forEach(this::check);
            number = entries.get(entries.size() - 1).number();
            seal = entries.get(entries.size() - 1).seal();
        }
        if (end.isEmpty()) {
            faults.add(ENDS, "the note of where the log ends was altered");
        } else if (!ends.contains(end.get().seal()) && !isThere(end.get().seal())) {
            faults.add(ENDS, "the newest entries, up to " + end.get().number() + ", are missing");
        }
        noted.forEach((lost, where) -> faults.add(
                "noted seals that are not in the log",
                "the seal " + lost + ", " + where
                        + ", is not in the log: entries were cut off, or an older state was put back"));
        return held;
    }

    private void check(AuditEntry entry) {
        if (!entry.holds(keys)) {
            faults.add(
                    "entries that are not as they were written",
                    "entry " + entry.number() + " is not as it was written, or was never written by this service");
            ends.add(entry.seal());
            return;
        }
        held++;
        noted.remove(entry.seal());
        if (!ends.remove(entry.follows())) {
            faults.add(
                    "gaps in the log",
                    isThere(entry.follows()) || entry.follows().isEmpty()
                            ? "the log was set back before entry " + entry.number() + " was written"
                            : "entries between " + before + " and " + entry.number() + " are missing");
        }
        int key = keys.age(entry.seal());
        if (key < newestKey) {
            faults.add(
                    "entries with the seal of a key that was replaced",
                    "entry " + entry.number() + " carries the seal of a key that was replaced before it was written");
        }
        newestKey = Math.max(newestKey, key);
        mended(entry);
        before = entry.number();
        ends.add(entry.seal());
    }

    /** What was mended stays told, as nothing else shows any more that somebody else wrote to the database. */
    private void mended(AuditEntry entry) {
        if (entry.action() == Action.LOG_MENDED) {
            faults.add(
                    MENDED,
                    "the note of where the log ends was altered, and the log was mended at " + entry.at() + " "
                            + entry.detail() + ": entries behind that one may have been cut off");
        } else if (entry.action() == Action.KEYS_MENDED) {
            faults.add(
                    MENDED,
                    "the row of key_state " + Subject.KEY_STATE_ROW
                            + " was altered or put back, and was mended by entry " + entry.number() + " at "
                            + entry.at());
        }
    }

    private boolean isThere(String seal) {
        return database.sql()
                .sql("select 1 from audit where seal = ?")
                .param(seal)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private List<AuditEntry> behind(long number, String seal) {
        return database.sql()
                .sql("select * from audit where number >= ? and (number > ? or seal > ?) order by number, seal limit ?")
                .params(number, number, seal, BATCH)
                .query((row, line) -> AuditEntry.of(row))
                .list();
    }
}
