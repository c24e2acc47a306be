package dev.stipple.web.console.detail;

import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.web.console.Opened;
import dev.stipple.web.console.VerdictMark;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a screening.
 *
 * @param events oldest first
 * @param reads who looked at it, latest first
 */
public record Timeline(List<Event> events, List<Event> reads) {
    private static final int MOST_READS = 50;

    /**
     * One thing that was done.
     *
     * @param verdict that of the rules after a revision, or of the consultant after a decision; null where none belongs
     * @param decision null for anything else
     * @param said to whom it was given, or what a note says; null for anything else, and for nobody
     */
    record Event(
            ZonedDateTime at,
            String actor,
            Action action,
            @Nullable VerdictMark verdict,
            @Nullable Decision decision,
            @Nullable String said) {}

    public static Timeline of(Opened opened, List<AuditEntry> log) {
        var events = new ArrayList<Event>();
        var reads = new ArrayList<Event>();
        int revisions = 0;
        int decisions = 0;
        int notes = 0;
        for (AuditEntry entry : log) {
            switch (entry.action()) {
                case READ -> reads.add(0, event(entry, null, null));
                case KEPT, REVISED -> events.add(revised(opened, entry, revisions++));
                case DECIDED -> events.add(decided(opened, entry, decisions++));
                case ASSIGNED -> events.add(said(entry, entry.detail().isEmpty() ? null : entry.detail()));
                case NOTED -> events.add(said(entry, note(opened, notes++)));
                default -> events.add(event(entry, null, null));
            }
        }
        return new Timeline(List.copyOf(events), List.copyOf(reads.subList(0, Math.min(MOST_READS, reads.size()))));
    }

    private static Event revised(Opened opened, AuditEntry entry, int number) {
        Screening screening = opened.screening();
        return event(entry, opened.mark(screening.revisions().get(number).verdict()), null);
    }

    private static Event decided(Opened opened, AuditEntry entry, int number) {
        Decision decision = opened.screening().decisions().get(number);
        var verdict = decision.verdict();
        return event(entry, verdict == null ? null : opened.mark(verdict), decision);
    }

    private static Event said(AuditEntry entry, @Nullable String said) {
        return new Event(at(entry), entry.actor(), entry.action(), null, null, said);
    }

    /** Null for one that was added since the screening was opened. */
    private static @Nullable String note(Opened opened, int number) {
        var notes = opened.screening().notes();
        return number < notes.size() ? notes.get(number).text() : null;
    }

    private static ZonedDateTime at(AuditEntry entry) {
        return entry.at().atZone(ZoneId.systemDefault());
    }

    private static Event event(AuditEntry entry, @Nullable VerdictMark verdict, @Nullable Decision decision) {
        return new Event(at(entry), entry.actor(), entry.action(), verdict, decision, null);
    }
}
