package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.store.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Counts verdicts without opening anything, and so without looking at seals; what is no verdict is not counted. */
public final class VerdictCounts {
    private final Database database;

    public VerdictCounts(Database database) {
        this.database = database;
    }

    public Map<Verdict, Integer> between(Instant from, Instant before) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        database.sql()
                .sql("select verdict, count(*) as many from screening where received_at >= ? and received_at < ?"
                        + " group by verdict")
                .params(from.atOffset(ZoneOffset.UTC), before.atOffset(ZoneOffset.UTC))
                .query((row, line) -> Map.entry(row.getString("verdict"), row.getInt("many")))
                .list()
                .forEach(each -> Stream.of(Verdict.values())
                        .filter(verdict -> verdict.name().equals(each.getKey()))
                        .forEach(verdict -> counts.put(verdict, each.getValue())));
        return counts;
    }
}
