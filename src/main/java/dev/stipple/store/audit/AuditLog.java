package dev.stipple.store.audit;

import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who saw and changed what. Entries are only ever added, and each one seals the one before, so that nobody without the
 * keys can alter, insert or remove one unnoticed. An entry about rows that were written holds a digest of them.
 */
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int LONGEST_DETAIL = 2_000;

    /** The newest entry. */
    public record Newest(long number, String seal) {}

    private final Database database;
    private final Keys keys;
    private final RowSeals seals;
    private final AuditHead head;
    private final InstantSource clock;

    public AuditLog(Database database, Keys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.seals = new RowSeals(database, keys);
        this.head = new AuditHead(database, keys);
        this.clock = clock;
    }

    /** The seals of the rows that the log tells about. */
    public RowSeals seals() {
        return seals;
    }

    /** Adds an entry; part of the transaction under way, so that nothing is done without its entry. */
    public void add(String actor, Action action, String subject, String detail) {
        database.inTransaction(() -> append(actor, action, "", subject, detail, ""));
    }

    /** Adds an entry about the rows of a subject, as they are now in the transaction under way. */
    public void addChange(String actor, Action action, Subject kind, String subject, String detail) {
        database.inTransaction(() -> append(actor, action, kind.word(), subject, detail, seals.state(kind, subject)));
    }

    /**
     * Runs all of it or, where it throws, nothing, while nothing else is added to the log: for what is decided by what is there,
     * such as whether a name is free.
     */
    public void inTurn(Runnable work) {
        database.inTransaction(() -> {
            var unused = head.locked();
            work.run();
        });
    }

    private void append(String actor, Action action, String kind, String subject, String detail, String state) {
        Optional<AuditHead.End> noted = head.locked();
        AuditHead.End end = noted.orElseGet(head::newestThatHolds);
        if (noted.isEmpty()) {
            LOG.warn(
                    "The note of where the audit log ends was altered in the database. It goes on after entry {};"
                            + " entries behind that one may have been cut off. stipple audit verify tells more.",
                    end.number());
            end = write(end, "audit", Action.LOG_MENDED, "", "", "after entry " + end.number(), "");
        }
        head.note(write(end, actor, action, kind, subject, detail, state));
    }

    private AuditHead.End write(
            AuditHead.End end, String actor, Action action, String kind, String subject, String detail, String state) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String said = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        var entry = new AuditEntry(end.number() + 1, now, actor, action, kind, subject, said, state, end.seal(), "")
                .sealed(keys);
        database.sql()
                .sql("insert into audit (number, at, actor, action, kind, subject, detail, state, follows, seal)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.number(),
                        Times.utc(now),
                        actor,
                        action.name(),
                        kind,
                        subject,
                        said,
                        state,
                        entry.follows(),
                        entry.seal())
                .update();
        return new AuditHead.End(entry.number(), entry.seal());
    }

    /** Notes that something was destroyed, whose key has to go too; part of the transaction under way. */
    public void noteErased() {
        database.inTransaction(() -> {
            if (keyStateHolds() && keys.noteErased(clock.instant())) {
                addKeyState("keys", Action.KEYS_DUE, "");
            }
        });
    }

    /** Adds an entry about the row of {@code key_state}, as it is now in the transaction under way. */
    public void addKeyState(String actor, Action action, String detail) {
        addChange(actor, action, Subject.KEY_STATE, Subject.KEY_STATE_ROW, detail);
    }

    /**
     * Whether the row of {@code key_state} is as it was sealed, and as the log left it; nobody else changes it until the
     * transaction under way ends.
     */
    public boolean keyStateHolds() {
        return keys.lock() && isLeft(Subject.KEY_STATE, Subject.KEY_STATE_ROW);
    }

    /**
     * Whether the rows of a subject are as the log left them. Older ones that were put back are not, though their seals are
     * right, and neither are those that nothing in the log made.
     */
    public boolean isAsLeft(Subject kind, String subject) {
        return isLeft(kind, subject)
                || database.inTransaction(() -> {
                    var unused =
                            head.locked(); // what was changed between reading its rows and reading the log is as it was
                    // left
                    return isLeft(kind, subject);
                });
    }

    /**
     * The digests of what the log left of each subject of a kind, by its name. One that differs from the rows as they were read
     * may have been changed meanwhile: {@link #isAsLeft} tells.
     */
    public Map<String, String> left(Subject kind) {
        return database
                .sql()
                .sql("select * from audit where kind = ? and number in"
                        + " (select max(number) from audit where kind = ? group by subject)")
                .params(kind.word(), kind.word())
                .query((row, line) -> AuditEntry.of(row))
                .list()
                .stream()
                .filter(entry -> entry.holds(keys))
                .collect(Collectors.toMap(AuditEntry::subject, AuditEntry::state, (one, other) -> other));
    }

    private boolean isLeft(Subject kind, String subject) {
        return newest(kind, subject)
                .map(entry -> entry.state().equals(seals.state(kind, subject)))
                .orElse(kind == Subject.KEY_STATE);
    }

    /** The newest entry that wrote rows of a subject. */
    private Optional<AuditEntry> newest(Subject kind, String subject) {
        return first("select * from audit where kind = ? and subject = ? order by number desc", kind.word(), subject);
    }

    /** What was done to one subject, oldest first; without entries that are not as they were written. */
    public List<AuditEntry> of(String subject) {
        return database
                .sql()
                .sql("select * from audit where subject = ? order by number")
                .param(subject)
                .query((row, line) -> AuditEntry.of(row))
                .list()
                .stream()
                .filter(entry -> entry.holds(keys))
                .toList();
    }

    /** The first entry of a kind after another one. */
    public Optional<AuditEntry> next(Action action, long after) {
        return first("select * from audit where action = ? and number > ? order by number", action.name(), after);
    }

    /** The newest entry of a kind. */
    public Optional<AuditEntry> newest(Action action) {
        return first("select * from audit where action = ? order by number desc", action.name());
    }

    /** The first entry that is as it was written. */
    private Optional<AuditEntry> first(String query, Object... parameters) {
        try (Stream<AuditEntry> entries =
                database.sql().sql(query).params(parameters).query((row, line) -> AuditEntry.of(row)).stream()) {
            return entries.filter(entry -> entry.holds(keys)).findFirst();
        }
    }

    /** The latest entries before a number, latest first; with those that are not as they were written. */
    public List<AuditEntry> latest(long before, int most) {
        return database.sql()
                .sql("select * from audit where number < ? order by number desc limit ?")
                .params(before, most)
                .query((row, line) -> AuditEntry.of(row))
                .list();
    }

    /** The latest entries about one subject before a number, latest first; with those that are not as they were written. */
    public List<AuditEntry> latest(String subject, long before, int most) {
        return database.sql()
                .sql("select * from audit where subject = ? and number < ? order by number desc limit ?")
                .params(subject, before, most)
                .query((row, line) -> AuditEntry.of(row))
                .list();
    }

    /** Whether an entry is as it was written. */
    public boolean holds(AuditEntry entry) {
        return entry.holds(keys);
    }

    /** The newest entry, for noting its seal elsewhere; empty where its note in the database was altered. */
    public Optional<Newest> newest() {
        return head.noted().map(end -> new Newest(end.number(), end.seal()));
    }

    /** Whether an entry with this seal is there, as it was written. */
    public boolean contains(String seal) {
        return first("select * from audit where seal = ?", seal).isPresent();
    }

    /** Whether entries stand behind the end of the log, which only somebody else can have put there or set back. */
    public boolean goesOnPast(Newest newest) {
        return database.sql()
                .sql("select 1 from audit where number > ? limit 1")
                .param(newest.number())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Checks every entry, and every row that decides something against its seal and against the log. */
    public Verification verify() {
        return verify(Map.of());
    }

    /**
     * Checks every entry, and every row that decides something against its seal and against the log.
     *
     * @param noted seals that have to be in the log, with where each was noted
     */
    public Verification verify(Map<String, String> noted) {
        var faults = new Faults();
        new RowCheck(database, keys, faults).run();
        long held = new LogCheck(database, keys, noted, faults).run();
        return new Verification(held, newest().map(Newest::seal).orElse(""), faults.all());
    }
}
