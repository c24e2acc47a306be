package dev.stipple.screening;

import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.rows.Rulebooks;
import dev.stipple.screening.rows.ScreeningRow;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.Unreadable;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assesses screenings again on the day on which something of theirs falls due, so that they wait for a decision. Each is taken
 * up once, in a transaction of its own, whichever service on the database is first; what was cut short is taken up again.
 */
public final class DueScreenings {
    /** Under what name the audit log has it. */
    public static final String ACTOR = "due";

    private static final Logger LOG = LoggerFactory.getLogger(DueScreenings.class);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final InstantSource clock;
    private final Rulebooks rulebooks;
    private final ScreeningRows rows;
    private final NewRevisions newRevisions;

    public DueScreenings(Database database, Keys keys, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.rulebooks = new Rulebooks(database, audit.seals(), clock);
        this.rows = new ScreeningRows(database, keys);
        this.newRevisions = new NewRevisions(database, keys, audit);
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
        int taken = 0;
        Reference last = null;
        List<Reference> due = rows.dueAfter(last, day, AT_ONCE);
        while (!due.isEmpty()) {
            rulebooks.keep(today.rulebook());
            taken += (int) due.stream().filter(each -> takeUp(each, today, now)).count();
            last = due.get(due.size() - 1);
            due = rows.dueAfter(last, day, AT_ONCE);
        }
        return taken;
    }

    /** One that something else than the service changed holds up no other; lists name it. */
    private boolean takeUp(Reference reference, Assessor today, Instant now) {
        try {
            return database.inTransaction(() -> {
                Optional<ScreeningRow> row = rows.lockDue(reference, Times.day(now));
                return row.isPresent()
                        && newRevisions.add(row.get(), again(row.get(), today, Times.day(now)), true, ACTOR, now);
            });
        } catch (Altered | Unreadable e) {
            LOG.error("While taking up what is due: {}", e.getMessage());
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
