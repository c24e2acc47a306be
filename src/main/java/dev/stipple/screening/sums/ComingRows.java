package dev.stipple.screening.sums;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For how many something is to come, week by week; each counts once, by what is next. */
final class ComingRows {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final JdbcClient sql;

    ComingRows(JdbcClient sql) {
        this.sql = sql;
    }

    Sums.Coming after(LocalDate today, int weeks) {
        LocalDate tomorrow = today.plusDays(1);
        LocalDate first = tomorrow.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Stream<LocalDate> ends = IntStream.rangeClosed(1, weeks).mapToObj(first::plusWeeks);
        var spans = new Spans(
                "varchar(10)",
                Stream.concat(Stream.of(EVER, tomorrow), ends)
                        .map(LocalDate::toString)
                        .toList());
        List<Integer> counts = sql.sql("select (select count(*) from screening s where s.due_on >= begins"
                        + " and s.due_on < ends) from " + spans.table() + " order by span.number")
                .params(spans.parameters())
                .query(Integer.class)
                .list();
        return new Sums.Coming(
                counts.get(0),
                IntStream.range(0, weeks)
                        .mapToObj(week -> new Sums.Days(first.plusWeeks(week), counts.get(week + 1)))
                        .toList());
    }
}
