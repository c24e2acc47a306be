package dev.stipple.screening.sums;

import dev.stipple.store.Database;
import dev.stipple.store.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Counts all screenings together. Each sum is right by itself; what changes between two of them is in one alone. */
public final class SumRows {
    private static final int WEEKS = 12;
    private static final int WEEKS_AHEAD = 8;

    private final WeekRows weeks;
    private final ComingRows coming;
    private final WaitedRows waited;
    private final FunnelRows funnel;

    public SumRows(Database database) {
        this.weeks = new WeekRows(database.sql());
        this.coming = new ComingRows(database.sql());
        this.waited = new WaitedRows(database.sql());
        this.funnel = new FunnelRows(database.sql());
    }

    public Sums at(Instant now) {
        LocalDate today = Times.day(now);
        LocalDate next = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        LocalDate first = next.minusWeeks(WEEKS);
        List<Sums.Week> counted = weeks.weeks(first, WEEKS);
        int sent = counted.stream().mapToInt(Sums.Week::received).sum();
        return new Sums(
                counted,
                coming.after(today, WEEKS_AHEAD),
                waited.between(first, next),
                waited.between(first.minusWeeks(WEEKS), first),
                funnel.since(first, sent, now));
    }
}
