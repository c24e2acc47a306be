package dev.stipple.screening;

import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.TooBusy;
import dev.stipple.events.Event;
import dev.stipple.events.Outbox;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.rows.Rulebooks;
import dev.stipple.screening.rows.ScreeningRow;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.jobs.EachOnce;
import dev.stipple.store.keys.Keys;
import dev.stipple.text.InvalidRules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assesses screenings again on the day on which something of theirs falls due, so that they wait for a decision.
 */
public final class DueScreenings {
    /** Under what name the audit log has it. */
    public static final String ACTOR = "due";

    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(DueScreenings.class);

    private final EachOnce each;
    private final InstantSource clock;
    private final Rulebooks rulebooks;
    private final ScreeningRows rows;
    private final NewRevisions newRevisions;

    public DueScreenings(Database database, Keys keys, AuditLog audit, Outbox outbox, InstantSource clock) {
        this.each = new EachOnce(database);
        this.clock = clock;
        this.rulebooks = new Rulebooks(database, audit.seals(), clock);
        this.rows = new ScreeningRows(database, keys, audit);
        this.newRevisions = new NewRevisions(database, keys, audit, outbox);
    }

    /**
     * Takes up all that is due.
     *
     * @param today the assessor in use
     * @return how many were taken up here
     */
    public int takeUp(Assessor today) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = Times.day(now);
        return each.<Reference>run(
                ACTOR,
                last -> {
                    List<Reference> due = rows.dueAfter(last, day, AT_ONCE);
                    if (!due.isEmpty()) {
                        rulebooks.keep(today.rulebook());
                    }
                    return due;
                },
                reference -> takeUp(reference, today, now));
    }

    /** Whoever cannot be assessed now holds up no other, and is tried again with the next run. */
    private boolean takeUp(Reference reference, Assessor today, Instant now) {
        Optional<ScreeningRow> row = rows.lockDue(reference, Times.day(now));
        if (row.isEmpty()) {
            return false;
        }
        try {
            return newRevisions.add(
                    row.get(), again(row.get(), today, Times.day(now)), true, ACTOR, Event.Kind.DUE, now);
        } catch (TooBusy | InvalidRules e) {
            LOG.error("Screening {} is due and cannot be assessed again: {}", reference, e.getMessage());
            return false;
        }
    }

    /** On the rules in use or, where the answers do not fit those any more, on the rules that they were last assessed on. */
    private Assessed again(ScreeningRow row, Assessor today, LocalDate day) {
        Revision current = rows.open(row).current();
        try {
            return Assessed.again(today, current, row.language(), day);
        } catch (InvalidAnswers e) {
            return Assessed.again(rulebooks.assessor(current.rulebook(), today), current, row.language(), day);
        }
    }
}
