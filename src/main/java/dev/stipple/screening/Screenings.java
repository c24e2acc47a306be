package dev.stipple.screening;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessor;
import dev.stipple.events.Event;
import dev.stipple.events.Outbox;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.agenda.UnknownDue;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.KeyReused;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Screening.Note;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.kept.UnknownLink;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.screening.rows.DecisionRows;
import dev.stipple.screening.rows.Listing;
import dev.stipple.screening.rows.NoteRows;
import dev.stipple.screening.rows.Retries;
import dev.stipple.screening.rows.RevisionRows;
import dev.stipple.screening.rows.Rulebooks;
import dev.stipple.screening.rows.ScreeningRow;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.screening.rows.SeenRows;
import dev.stipple.screening.sums.SumRows;
import dev.stipple.screening.sums.Sums;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.jobs.EachOnce;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.Subject;
import dev.stipple.wording.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of people, and the one way to it: whatever is read or changed is in the audit log, under the
 * name of who did it. Safe to use from many threads and from many services on one database.
 */
public final class Screenings {
    private static final Set<Verdict> STILL_TO_COME =
            EnumSet.of(Verdict.MEDICAL_CLEARANCE, Verdict.DEFER, Verdict.SUITABLE_WITH_CONDITIONS);

    private static final int AT_ONCE = 100;

    private final Database database;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Keys keys;
    private final Outbox outbox;
    private final EachOnce each;
    private final Rulebooks rulebooks;
    private final ScreeningRows rows;
    private final Listing listing;
    private final Retries retries;
    private final RevisionRows revisions;
    private final DecisionRows decisions;
    private final NewRevisions newRevisions;
    private final SumRows sums;
    private final SeenRows seen;
    private final NoteRows notes;

    public Screenings(Database database, Keys keys, AuditLog audit, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.keys = keys;
        this.outbox = outbox;
        this.each = new EachOnce(database);
        this.rulebooks = new Rulebooks(database, audit.seals(), clock);
        this.rows = new ScreeningRows(database, keys, audit);
        this.listing = new Listing(database, keys);
        this.retries = new Retries(database, keys);
        this.revisions = new RevisionRows(database, keys);
        this.decisions = new DecisionRows(database, keys);
        this.newRevisions = new NewRevisions(database, keys, audit, outbox);
        this.sums = new SumRows(database);
        this.seen = new SeenRows(database);
        this.notes = new NoteRows(database, keys);
    }

    /**
     * Assesses what was submitted and keeps it. Once this returns, it survives whatever happens to the service.
     *
     * @param actor who submitted it
     * @param retry what makes this request the same as an earlier one, whose screening is then given instead
     * @throws KeyReused where the earlier one was not the same
     */
    public Screening keep(Submission submission, Assessor assessor, String actor, @Nullable Retry retry) {
        return keepIf(submission, assessor, actor, retry, () -> true).orElseThrow();
    }

    /**
     * The same where something else is done in one step with it.
     *
     * @param before what comes first; where it says no, nobody is kept
     */
    Optional<Screening> keepIf(
            Submission submission, Assessor assessor, String actor, @Nullable Retry retry, BooleanSupplier before) {
        Optional<Reference> earlier = retry == null ? Optional.empty() : retries.find(retry);
        if (earlier.isPresent()) {
            return Optional.of(opened(earlier.get()));
        }
        LocalDate today = Times.day(now());
        LocalDate given = submission.given() == null ? today : submission.given();
        var assessed = Assessed.of(assessor, submission.answers(), submission.language(), given, today);
        rulebooks.keep(assessor.rulebook());
        return database.inTransaction(() ->
                before.getAsBoolean() ? Optional.of(insert(submission, assessed, actor, retry)) : Optional.empty());
    }

    private Screening insert(Submission submission, Assessed assessed, String actor, @Nullable Retry retry) {
        Generation generation = keys.current();
        Optional<Reference> earlier = retry == null ? Optional.empty() : retries.find(retry);
        if (earlier.isPresent()) {
            return opened(earlier.get());
        }
        Instant now = now();
        var reference = Reference.random();
        var key = PersonKey.create(reference.code());
        rows.insert(generation, key, submission, assessed, now);
        revisions.insert(key, 1, actor, assessed, now);
        if (retry != null) {
            retries.keep(generation, key, retry, now);
        }
        audit.addChange(actor, Action.KEPT, Subject.SCREENING, reference.code(), "");
        outbox.add(Event.Kind.KEPT, reference.code(), 1, now);
        return opened(reference);
    }

    /**
     * Reads a screening; noted in the audit log.
     *
     * @throws UnknownScreening where there is none
     * @throws ErasedScreening where there was one
     */
    public Screening find(Reference reference, String actor) {
        return database.inTransaction(() -> {
            var screening = opened(reference);
            audit.add(actor, Action.READ, reference.code(), "");
            return seen(screening, actor);
        });
    }

    /** Notes that somebody reads what is kept, of which they have a copy. */
    void noteRead(Reference reference, String actor) {
        audit.add(actor, Action.READ, reference.code(), "");
    }

    /** What somebody who works here sees of it is nothing new to them any more. */
    private Screening seen(Screening screening, String actor) {
        if (!actor.equals(OwnScreenings.ACTOR)) {
            seen.note(screening.reference(), actor, screening.version());
        }
        return screening;
    }

    /**
     * Lists a page of screenings, each with what its reader has not seen of it; noted in the audit log with the references
     * that were shown.
     */
    public Page list(Search search, String actor) {
        Page page = listing.page(search);
        if (!page.screenings().isEmpty()) {
            audit.add(
                    actor,
                    Action.LISTED,
                    "",
                    page.screenings().stream()
                            .map(each -> each.reference().code())
                            .collect(Collectors.joining(" ")));
        }
        return new Page(seen.marked(page.screenings(), actor), page.total(), page.next());
    }

    /** How many a list has on all its pages, up to {@link Page#COUNTED}. */
    public int count(Search search) {
        return listing.count(search);
    }

    /** The states that count now of screenings just listed, without those erased; the list has noted that they were read. */
    public Map<Reference, Revision> current(List<ListedScreening> listed) {
        return revisions.current(listed.stream().map(ListedScreening::reference).toList());
    }

    /** The decisions that stand, of screenings just listed; the list has noted that they were read. */
    public Map<Reference, Decision> standing(List<ListedScreening> listed) {
        return decisions.standing(
                listed.stream().map(ListedScreening::reference).toList());
    }

    /** What all of them come to together; nothing is opened, so nothing is noted. */
    public Sums sums() {
        return sums.at(now());
    }

    /**
     * The assessor on the rules of a revision's day.
     *
     * @param today what is used where the rules are still those
     */
    public Assessor assessor(Revision revision, Assessor today) {
        return rulebooks.assessor(revision.rulebook(), today);
    }

    /**
     * Notes what a consultant decided on the current revision.
     *
     * @param version the one that the consultant saw
     * @param verdict needed to overrule, and left out otherwise
     * @throws ChangedMeanwhile where the screening is no longer at this version
     * @throws Decision.Invalid where it cannot be decided so
     */
    public Screening decide(
            Reference reference,
            int version,
            Decision.Kind kind,
            @Nullable Verdict verdict,
            Decision.Reason reason,
            @Nullable String note,
            String actor) {
        return decide(reference, version, kind, verdict, reason, note, false, actor);
    }

    /**
     * Notes what a consultant decided on the current revision.
     *
     * @param mail whether the person is told by mail, if they agreed to it
     * @see #decide(Reference, int, Decision.Kind, Verdict, Decision.Reason, String, String)
     */
    public Screening decide(
            Reference reference,
            int version,
            Decision.Kind kind,
            @Nullable Verdict verdict,
            Decision.Reason reason,
            @Nullable String note,
            boolean mail,
            String actor) {
        return database.inTransaction(() -> {
            var before = at(reference, version);
            var screening = rows.open(before);
            var fault = Decision.fault(screening.verdict(), kind, verdict, reason, note);
            if (fault != null) {
                throw new Decision.Invalid(fault);
            }
            Verdict decided = kind == Decision.Kind.CONFIRM ? screening.verdict() : verdict;
            int number = screening.decisions().size() + 1;
            var decision = new Decision(number, now(), actor, before.revision(), kind, decided, reason, note);
            Status status = kind == Decision.Kind.SEND_BACK ? Status.SENT_BACK : Status.DECIDED;
            Agenda agenda = after(decision, before.agenda());
            unlessChanged(before, rows.decide(before, status, decided, agenda, decision.at()));
            decisions.insert(before.key(), decision);
            audit.addChange(actor, Action.DECIDED, Subject.SCREENING, reference.code(), "decision " + number);
            outbox.add(told(kind), reference.code(), version + 1, decision.at());
            if (mail && before.isWrittenTo()) {
                outbox.addMail(told(kind), reference.code(), version + 1, decision.at());
            }
            return seen(opened(reference), actor);
        });
    }

    private static Event.Kind told(Decision.Kind kind) {
        return kind == Decision.Kind.SEND_BACK ? Event.Kind.SENT_BACK : Event.Kind.DECIDED;
    }

    /** Whoever is found to suit, or never to, has nothing to wait for; a question that is put is to be answered. */
    private static Agenda after(Decision decision, Agenda agenda) {
        return switch (decision.kind()) {
            case CONFIRM -> agenda;
            case SEND_BACK -> agenda.asking(Objects.requireNonNullElse(decision.note(), ""), Times.day(decision.at()));
            case OVERRULE -> STILL_TO_COME.contains(decision.verdict()) ? agenda : agenda.closed();
        };
    }

    /**
     * Notes that something to come is done, or that it is not.
     *
     * @param number which one, counted from 1
     * @throws ChangedMeanwhile where the screening is no longer at this version
     * @throws UnknownDue where there is no such thing to come
     */
    public Screening mark(Reference reference, int version, int number, boolean done, String actor) {
        return database.inTransaction(() -> {
            var before = at(reference, version);
            if (number < 1 || number > before.agenda().items().size()) {
                throw new UnknownDue();
            }
            unlessChanged(before, rows.plan(before, before.agenda().marked(number, done), now()));
            audit.addChange(
                    actor, Action.PLANNED, Subject.SCREENING, reference.code(), (done ? "done " : "open ") + number);
            return opened(reference);
        });
    }

    /**
     * Keeps other answers of the same person as a new revision, which then waits for a decision.
     *
     * @throws ChangedMeanwhile where the screening is no longer at this version
     */
    public Screening revise(Reference reference, int version, Answers answers, Assessor assessor, String actor) {
        return reviseIf(reference, version, answers, assessor, actor, () -> true)
                .orElseThrow();
    }

    /** @param before done first, in the same step; where it gives false, nothing is kept */
    Optional<Screening> reviseIf(
            Reference reference,
            int version,
            Answers answers,
            Assessor assessor,
            String actor,
            BooleanSupplier before) {
        var language = found(reference).language();
        LocalDate today = Times.day(now());
        return add(reference, version, Assessed.of(assessor, answers, language, today, today), false, actor, before);
    }

    /**
     * Keeps the assessment of the same answers, counted on to today, as a new revision, which then waits for a decision.
     *
     * @throws ChangedMeanwhile where the screening is no longer at this version
     * @throws dev.stipple.answers.InvalidAnswers where the answers do not fit these rules' questionnaire
     */
    public Screening reassess(Reference reference, int version, Assessor assessor, String actor) {
        var screening = opened(reference);
        var assessed = Assessed.again(assessor, screening.current(), screening.language(), Times.day(now()));
        return add(reference, version, assessed, true, actor, () -> true).orElseThrow();
    }

    private Optional<Screening> add(
            Reference reference,
            int version,
            Assessed assessed,
            boolean sameAnswers,
            String actor,
            BooleanSupplier before) {
        rulebooks.keep(assessed.rulebook());
        return database.inTransaction(() -> {
            var row = at(reference, version);
            if (!before.getAsBoolean()) {
                return Optional.empty();
            }
            unlessChanged(row, newRevisions.add(row, assessed, sameAnswers, actor, Event.Kind.REVISED, now()));
            return Optional.of(seen(opened(reference), actor));
        });
    }

    /**
     * Assesses a revision again on the rules of its day.
     *
     * @param today the assessor in use
     * @return whether every byte came out the same
     */
    public boolean replays(Revision revision, Language language, Assessor today) {
        var assessed =
                Assessed.again(rulebooks.assessor(revision.rulebook(), today), revision, language, revision.asOf());
        return assessed.assessment().equals(revision.assessment());
    }

    /**
     * Tells what the current answers come to on other rules; nothing is kept.
     *
     * @throws dev.stipple.answers.InvalidAnswers where the answers do not fit these rules' questionnaire
     */
    public Comparison compare(Reference reference, Assessor assessor, String actor) {
        var screening = find(reference, actor);
        var before = screening.current();
        return Comparison.of(before, Assessed.again(assessor, before, screening.language(), before.asOf()));
    }

    /**
     * Erases every screening that has not changed since a time.
     *
     * @return how many
     */
    public int eraseUnchangedSince(Instant time, String actor) {
        return each.<Reference>run(actor, last -> rows.unchangedSince(time, last, AT_ONCE), reference -> {
            boolean taken = rows.lockUnchanged(reference, time);
            if (taken) {
                erase(reference, actor, "kept long enough");
            }
            return taken;
        });
    }

    /**
     * Does something in one step with what is kept.
     *
     * @throws UnknownLink where it was erased
     */
    <T> T whileKept(Reference reference, Supplier<T> work) {
        return database.inTransaction(() -> {
            if (rows.lock(reference)
                    .filter(row -> row.status() != Status.ERASED)
                    .isEmpty()) {
                throw new UnknownLink();
            }
            return work.get();
        });
    }

    /**
     * Notes whether somebody agrees to be written to by mail.
     *
     * @param link to keep for it; null where they do not agree any more
     */
    void writeTo(Reference reference, @Nullable Link link, String actor) {
        database.inTransaction(() -> {
            var row = rows.lock(reference).orElseThrow(UnknownScreening::new);
            if (Objects.equals(row.link(), link)) {
                return;
            }
            unlessChanged(row, rows.writeTo(row, link, now()));
            if (link == null) {
                outbox.endMails(reference.code());
            }
            Action action = link == null ? Action.MAILS_ENDED : Action.MAILS_AGREED;
            audit.addChange(actor, action, Subject.SCREENING, reference.code(), "");
        });
    }

    /**
     * Gives a screening to somebody who looks after it, whoever it was given to before; this makes no version.
     *
     * @param assignee who; null for nobody
     */
    public Screening assign(Reference reference, @Nullable String assignee, String actor) {
        return database.inTransaction(() -> {
            var row = rows.lock(reference).orElseThrow(UnknownScreening::new);
            if (row.personKey() == null) {
                throw new ErasedScreening();
            }
            if (!Objects.equals(row.assignee(), assignee)) {
                unlessChanged(row, rows.assign(row, assignee, now()));
                String to = Objects.requireNonNullElse(assignee, "");
                audit.addChange(actor, Action.ASSIGNED, Subject.SCREENING, reference.code(), to);
                return opened(reference);
            }
            return find(reference, actor);
        });
    }

    /**
     * Adds a note of somebody who works here; this makes no version. What they say twice in a row, as by pressing a button
     * twice, is kept once.
     *
     * @param text one that {@link Note#isText} takes
     */
    public Screening note(Reference reference, String text, String actor) {
        if (!Note.isText(text)) {
            throw new IllegalArgumentException("no text of a note");
        }
        return database.inTransaction(() -> {
            var row = rows.lock(reference).orElseThrow(UnknownScreening::new);
            var before = rows.open(row);
            var note = new Note(row.notes() + 1, now(), actor, text);
            if (before.notes().stream()
                    .skip(Math.max(0, row.notes() - 1))
                    .anyMatch(last -> last.actor().equals(actor) && last.text().equals(text))) {
                audit.add(actor, Action.READ, reference.code(), "");
                return before;
            }
            unlessChanged(row, rows.note(row, note.at()));
            notes.insert(row.key(), note);
            audit.addChange(actor, Action.NOTED, Subject.SCREENING, reference.code(), "note " + note.number());
            return opened(reference);
        });
    }

    /** Destroys the person's key and everything they entered; only that there was a screening remains. */
    public void erase(Reference reference, String actor, String why) {
        database.inTransaction(() -> {
            Instant now = now();
            int version = rows.erase(reference, now);
            audit.noteErased();
            audit.addChange(actor, Action.ERASED, Subject.SCREENING, reference.code(), why);
            seen.forget(reference);
            outbox.erased(reference.code(), version, now);
        });
    }

    /** Locked, as what is changed of a row may be written whole, such as what is to come. */
    private ScreeningRow at(Reference reference, int version) {
        var row = rows.lock(reference).orElseThrow(UnknownScreening::new);
        if (row.personKey() == null) {
            throw new ErasedScreening();
        }
        if (row.version() != version) {
            throw new ChangedMeanwhile(row.version());
        }
        return row;
    }

    private void unlessChanged(ScreeningRow before, boolean done) {
        if (!done) {
            throw new ChangedMeanwhile(found(before.reference()).version());
        }
    }

    private Screening opened(Reference reference) {
        return rows.open(found(reference));
    }

    private ScreeningRow found(Reference reference) {
        return rows.find(reference).orElseThrow(UnknownScreening::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
