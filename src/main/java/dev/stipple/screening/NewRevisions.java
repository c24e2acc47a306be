package dev.stipple.screening;

import dev.stipple.events.Event;
import dev.stipple.events.Outbox;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.rows.RevisionRows;
import dev.stipple.screening.rows.ScreeningRow;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.Subject;
import java.time.Instant;

/** Adds a state of somebody's answers to those that are kept; part of the transaction under way. */
final class NewRevisions {
    private final AuditLog audit;
    private final Outbox outbox;
    private final ScreeningRows rows;
    private final RevisionRows revisions;

    NewRevisions(Database database, Keys keys, AuditLog audit, Outbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
        this.rows = new ScreeningRows(database, keys, audit);
        this.revisions = new RevisionRows(database, keys);
    }

    /**
     * Adds one, which then waits for a decision.
     *
     * @param sameAnswers whether the answers are those of before, so that questions that were put are still open
     * @param kind what receivers are told of it; of what falls due the person is told too
     * @return whether the screening still was at the version of that row
     */
    boolean add(
            ScreeningRow before, Assessed assessed, boolean sameAnswers, String actor, Event.Kind kind, Instant now) {
        int revision = before.revision() + 1;
        Agenda agenda = before.agenda().followedBy(assessed.agenda(), assessed.asOf(), sameAnswers);
        if (!rows.revise(before, revision, assessed, sameAnswers ? agenda : agenda.answered(), now)) {
            return false;
        }
        revisions.insert(before.key(), revision, actor, assessed, now);
        audit.addChange(
                actor, Action.REVISED, Subject.SCREENING, before.reference().code(), "revision " + revision);
        outbox.add(kind, before.reference().code(), before.version() + 1, now);
        if (kind == Event.Kind.DUE && before.isWrittenTo()) {
            outbox.addMail(kind, before.reference().code(), before.version() + 1, now);
        }
        return true;
    }
}
