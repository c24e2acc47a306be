package dev.stipple.screening.sums;

import dev.stipple.rule.Verdict;
import dev.stipple.store.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came in and what was decided, week by week. What is no verdict is not counted. */
final class WeekRows {
    private final JdbcClient sql;

    WeekRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** For how many somebody decided for the first time, and how many were erased before anybody did. */
    private record Settled(int decided, int erased) {}

    /** Weeks from a Monday on, the last of which is the one under way. */
    List<Sums.Week> weeks(LocalDate first, int many) {
        var spans = new Spans(
                "timestamp with time zone",
                IntStream.rangeClosed(0, many)
                        .mapToObj(week -> Times.utc(Times.start(first.plusWeeks(week))))
                        .toList());
        List<Map<Verdict, Integer>> verdicts = verdicts(spans);
        List<Settled> settled = settled(spans);
        var weeks = new ArrayList<Sums.Week>();
        int undecided = undecided();
        for (int week = many - 1; week >= 0; week--) {
            var counted = new Sums.Week(
                    first.plusWeeks(week), verdicts.get(week), settled.get(week).decided(), undecided);
            weeks.add(counted);
            undecided += counted.decided() + settled.get(week).erased() - counted.received();
        }
        Collections.reverse(weeks);
        return List.copyOf(weeks);
    }

    private List<Map<Verdict, Integer>> verdicts(Spans spans) {
        List<Map<Verdict, Integer>> counts = Stream.<Map<Verdict, Integer>>generate(() -> new EnumMap<>(Verdict.class))
                .limit(spans.count())
                .toList();
        String names = Stream.of(Verdict.values())
                .map(each -> "('" + each + "')")
                .collect(Collectors.joining(", ", "(values ", ") as known (name)"));
        sql.sql("select span.number, name, (select count(*) from screening s where s.verdict = name"
                        + " and s.received_at >= begins and s.received_at < ends) as many from " + spans.table()
                        + " cross join " + names)
                .params(spans.parameters())
                .query(row -> {
                    counts.get(row.getInt("number")).put(Verdict.valueOf(row.getString("name")), row.getInt("many"));
                });
        return counts;
    }

    private List<Settled> settled(Spans spans) {
        return sql.sql("select span.number, (select count(*) from decision d where d.number = 1 and d.at >= begins"
                        + " and d.at < ends) as decided, (select count(*) from screening s where s.status = 'ERASED'"
                        + " and s.changed_at >= begins and s.changed_at < ends and s.version = s.revision + 1) as erased"
                        + " from " + spans.table() + " order by span.number")
                .params(spans.parameters())
                .query((row, line) -> new Settled(row.getInt("decided"), row.getInt("erased")))
                .list();
    }

    /** Each revision and each decision made one version, and so has an erasure. */
    private int undecided() {
        return sql.sql("select count(*) from screening where status = 'WAITING' and version = revision")
                .query(Integer.class)
                .single();
    }
}
