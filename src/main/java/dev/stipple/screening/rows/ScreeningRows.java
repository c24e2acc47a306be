package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Screening.Note;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.store.keys.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Screenings as rows of the database, what is personal sealed on the way in and opened on the way out. */
public final class ScreeningRows {
    private static final String UNCHANGED = " where reference = :reference and version = :version";
    private static final String AGENDA = ", agenda = :agenda, due_on = :due, wake_on = :wake";

    /** What fell due and was not taken up yet still is to be. */
    private static final String AGENDA_NOT_ASSESSED =
            ", agenda = :agenda, due_on = :due, wake_on = case when wake_on <= :today then wake_on else :wake end";

    private static final String NEXT_VERSION = ", changed_at = :now, version = version + 1";

    private final JdbcClient sql;
    private final Keys keys;
    private final AuditLog audit;
    private final RowSeals seals;
    private final RevisionRows revisions;
    private final DecisionRows decisions;
    private final NoteRows notes;

    public ScreeningRows(Database database, Keys keys, AuditLog audit) {
        this.sql = database.sql();
        this.keys = keys;
        this.audit = audit;
        this.seals = audit.seals();
        this.revisions = new RevisionRows(database, keys);
        this.decisions = new DecisionRows(database, keys);
        this.notes = new NoteRows(database, keys);
    }

    public void insert(Generation generation, PersonKey key, Submission submission, Assessed assessed, Instant now) {
        var days = DueDays.of(assessed.agenda(), assessed.asOf());
        sql.sql("insert into screening (reference, received_at, changed_at, revised_at, status, verdict, strictness,"
                        + " language, revision, version, notes, generation, wrapped_key, consent, contact,"
                        + " leading_finding, agenda, due_on, wake_on, link, link_token) values (?, ?, ?, ?, ?, ?, ?,"
                        + " ?, 1, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key.owner(),
                        Times.utc(now),
                        Times.utc(now),
                        Times.utc(now),
                        Status.WAITING.name(),
                        assessed.verdict().name(),
                        Strictness.of(assessed.verdict()),
                        submission.language().tag(),
                        generation.id(),
                        key.wrapped(generation),
                        key.seal(submission.consent(), SealedColumns.CONSENT),
                        SealedColumns.sealed(key, submission.contact()),
                        SealedColumns.sealed(key, 1, assessed.leading()),
                        SealedColumns.sealed(key, assessed.agenda()),
                        days.due(),
                        days.wake())
                .param(submission.linkHash())
                .param(SealedColumns.sealed(key, submission.writtenTo()))
                .update();
        seals.seal(SealedTable.SCREENING, key.owner());
        new SearchTerms(generation).insert(sql, key.owner(), submission.contact());
    }

    /** Sets what a decision changes; false where the version is no longer this one. */
    public boolean decide(ScreeningRow row, Status status, @Nullable Verdict decided, Agenda agenda, Instant now) {
        return changed(
                row,
                now,
                withAgenda(
                                sql.sql("update screening set status = :status, decided = :decided"
                                        + (agenda.next().isPresent() ? AGENDA_NOT_ASSESSED : AGENDA)
                                        + NEXT_VERSION + UNCHANGED),
                                row,
                                agenda,
                                assessedOn(row),
                                now)
                        .param("status", status.name())
                        .param(
                                "decided",
                                decided == null ? null : row.key().seal(decided.name(), SealedColumns.DECIDED),
                                Types.VARBINARY));
    }

    /** Sets what a new revision changes; false where the version is no longer this one. */
    public boolean revise(ScreeningRow row, int revision, Assessed assessed, Agenda agenda, Instant now) {
        return changed(
                row,
                now,
                withAgenda(
                                sql.sql(
                                        "update screening set status = :status, decided = null, revision = :revision, revised_at = :now,"
                                                + " verdict = :verdict, strictness = :strictness, leading_finding = :leading"
                                                + AGENDA + NEXT_VERSION + UNCHANGED),
                                row,
                                agenda,
                                assessed.asOf(),
                                now)
                        .param("status", Status.WAITING.name())
                        .param("revision", revision)
                        .param("verdict", assessed.verdict().name())
                        .param("strictness", Strictness.of(assessed.verdict()))
                        .param("leading", SealedColumns.sealed(row.key(), revision, assessed.leading())));
    }

    /** Sets what is to come, which makes no version; false where there is another version meanwhile. */
    public boolean plan(ScreeningRow row, Agenda agenda, Instant now) {
        return changed(
                row,
                now,
                withAgenda(
                        sql.sql("update screening set changed_at = :now" + AGENDA_NOT_ASSESSED + UNCHANGED),
                        row,
                        agenda,
                        assessedOn(row),
                        now));
    }

    /** Keeps the link of somebody who agrees to be written to, or none any more; this makes no version. */
    public boolean writeTo(ScreeningRow row, @Nullable Link link, Instant now) {
        return changed(
                row,
                now,
                sql.sql("update screening set link_token = :token" + UNCHANGED)
                        .param("token", SealedColumns.sealed(row.key(), link), Types.VARBINARY));
    }

    /** Gives it to somebody, or to nobody; this makes no version. */
    public boolean assign(ScreeningRow row, @Nullable String assignee, Instant now) {
        return changed(
                row,
                now,
                sql.sql("update screening set assignee = :assignee" + UNCHANGED)
                        .param("assignee", assignee, Types.VARCHAR));
    }

    /** Counts another note; this makes no version. */
    public boolean note(ScreeningRow row, Instant now) {
        return changed(row, now, sql.sql("update screening set notes = notes + 1" + UNCHANGED));
    }

    /** The day as of which the current revision was assessed; what falls due after it brings the person back. */
    private LocalDate assessedOn(ScreeningRow row) {
        return sql.sql("select as_of from revision where reference = ? and number = ?")
                .params(row.reference().code(), row.revision())
                .query((found, line) -> LocalDate.parse(found.getString(1)))
                .optional()
                .orElseThrow(() -> new Altered("revision " + row.reference().code() + " " + row.revision()));
    }

    private static JdbcClient.StatementSpec withAgenda(
            JdbcClient.StatementSpec update, ScreeningRow row, Agenda agenda, LocalDate asOf, Instant now) {
        var days = DueDays.of(agenda, asOf);
        return update.param("agenda", SealedColumns.sealed(row.key(), agenda))
                .param("due", days.due())
                .param("today", Times.day(now).toString())
                .param("wake", days.wake());
    }

    private boolean changed(ScreeningRow row, Instant now, JdbcClient.StatementSpec update) {
        var done = new AtomicInteger();
        String reference = row.reference().code();
        seals.change(
                SealedTable.SCREENING,
                () -> done.set(update.param("now", Times.utc(now))
                        .param("reference", reference)
                        .param("version", row.version())
                        .update()),
                reference);
        return done.get() == 1;
    }

    /**
     * Removes the key and everything that it sealed, and what the person could be found by; also of rows that were altered.
     *
     * @return the version that is left
     * @throws UnknownScreening where there is no such screening
     * @throws ErasedScreening where it is erased already
     */
    public int erase(Reference reference, Instant now) {
        int version = sql.sql(
                        "select status, version, wrapped_key, contact from screening where reference = ? for update")
                .param(reference.code())
                .query((row, line) -> row.getString("status").equals(Status.ERASED.name())
                                && row.getBytes("wrapped_key") == null
                                && row.getBytes(SealedColumns.CONTACT) == null
                        ? 0
                        : row.getInt("version") + 1)
                .optional()
                .orElseThrow(UnknownScreening::new);
        if (version == 0) {
            throw new ErasedScreening();
        }
        sql.sql("delete from draft where fingerprint = (select link from screening where reference = ?)")
                .param(reference.code())
                .update();
        sql.sql("update screening set generation = null, wrapped_key = null, consent = null, contact = null,"
                        + " leading_finding = null, decided = null, agenda = null, assignee = null, due_on = ?, wake_on = ?, link = null,"
                        + " link_token = null, status = ?, changed_at = ?, version = version + 1 where reference = ?")
                .params(DueDays.NEVER, DueDays.NEVER, Status.ERASED.name(), Times.utc(now), reference.code())
                .update();
        for (String rest : List.of(
                "update revision set verdict = null, answers = null, assessment = null where reference = ?",
                "update decision set content = null where reference = ?",
                "update note set content = null where reference = ?",
                "delete from upload_content where reference = ?",
                "delete from upload where reference = ?",
                "delete from search_term where reference = ?",
                "delete from idempotency where reference = ?")) {
            sql.sql(rest).param(reference.code()).update();
        }
        seals.sealAll(Subject.SCREENING, reference.code());
        return version;
    }

    /** The next that have not changed since a time and are not erased; in the order of their references. */
    public List<Reference> unchangedSince(Instant time, @Nullable Reference last, int most) {
        return sql.sql("select reference from screening where changed_at < ? and status <> ? and reference > ?"
                        + " order by reference limit ?")
                .params(Times.utc(time), Status.ERASED.name(), last == null ? "" : last.code(), most)
                .query((row, line) -> new Reference(row.getString("reference")))
                .list();
    }

    /** Takes one of them until the transaction ends; false where it is not one of them any more or is taken just now. */
    public boolean lockUnchanged(Reference reference, Instant time) {
        return sql.sql("select 1 from screening where reference = ? and changed_at < ? and status <> ?"
                        + " for update skip locked")
                .params(reference.code(), Times.utc(time), Status.ERASED.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The next for whom something fell due by a day and was not taken up; in the order of their references. */
    public List<Reference> dueAfter(@Nullable Reference last, LocalDate day, int most) {
        return sql.sql("select reference from screening where wake_on <= ? and reference > ? order by reference limit"
                        + " ?")
                .params(day.toString(), last == null ? "" : last.code(), most)
                .query((row, line) -> new Reference(row.getString("reference")))
                .list();
    }

    /**
     * Takes one for which something fell due, until the transaction ends; empty where it was taken up already or is just now.
     *
     * @throws Altered where its rows are not as they were written, or not as the log left them
     */
    public Optional<ScreeningRow> lockDue(Reference reference, LocalDate day) {
        return sql.sql("select * from screening where reference = ? and wake_on <= ? for update skip locked")
                .params(reference.code(), day.toString())
                .query((row, line) -> row(row))
                .optional()
                .map(this::left);
    }

    /**
     * Finds a screening and keeps everybody else from changing it until the transaction ends.
     *
     * @throws Altered where its rows are not as they were written, or not as the log left them
     */
    public Optional<ScreeningRow> lock(Reference reference) {
        return sql.sql("select * from screening where reference = ? for update")
                .param(reference.code())
                .query((row, line) -> row(row))
                .optional()
                .map(this::left);
    }

    private ScreeningRow row(ResultSet row) throws SQLException {
        seals.check(SealedTable.SCREENING, row);
        return SealedColumns.row(keys, row);
    }

    /**
     * Finds a screening.
     *
     * @throws Altered where its row is not as it was written
     */
    public Optional<ScreeningRow> find(Reference reference) {
        return sql.sql("select * from screening where reference = ?")
                .param(reference.code())
                .query((row, line) -> row(row))
                .optional();
    }

    private ScreeningRow left(ScreeningRow row) {
        requireLeft(row);
        return row;
    }

    private void requireLeft(ScreeningRow row) {
        if (!audit.isAsLeft(Subject.SCREENING, row.reference().code())) {
            throw new Altered("screening " + row.reference().code());
        }
    }

    /**
     * Opens everything of a person: where they changed since the row was read, as they are now.
     *
     * @throws ErasedScreening where there is nothing left
     * @throws Altered where a revision, a decision or a note is gone, or not as it was written, or where all of them are not as
     *     the log left them
     */
    public Screening open(ScreeningRow row) {
        try {
            return opened(row);
        } catch (Altered e) {
            ScreeningRow now = find(row.reference()).orElseThrow(() -> e);
            if (now.version() == row.version() && now.notes() == row.notes()) {
                throw e;
            }
            return open(now);
        }
    }

    private Screening opened(ScreeningRow row) {
        PersonKey key = row.key();
        List<Revision> ofPerson = revisions.of(key);
        List<Decision> decided = decisions.of(key);
        List<Note> noted = notes.of(key);
        whole(
                "revision",
                row,
                row.revision(),
                ofPerson.stream().map(Revision::number).toList());
        whole(
                "decision",
                row,
                row.version() - row.revision(),
                decided.stream().map(Decision::number).toList());
        whole("note", row, row.notes(), noted.stream().map(Note::number).toList());
        requireLeft(row);
        return new Screening(
                row.reference(),
                row.version(),
                row.receivedAt(),
                row.changedAt(),
                row.status(),
                row.language(),
                row.consent(),
                row.contact(),
                row.agenda(),
                row.assignee(),
                row.link() != null,
                ofPerson,
                decided,
                noted);
    }

    /** Each revision and each decision made one version; the seal of the screening holds how many there were, and of notes. */
    private static void whole(String kind, ScreeningRow row, int most, List<Integer> numbers) {
        List<Integer> wanted = IntStream.rangeClosed(1, most).boxed().toList();
        if (!numbers.equals(wanted)) {
            int wrong = Stream.concat(wanted.stream(), numbers.stream())
                    .filter(each -> !(wanted.contains(each) && numbers.contains(each)))
                    .findFirst()
                    .orElse(most);
            throw new Altered(kind + " " + row.reference().code() + " " + wrong);
        }
    }
}
