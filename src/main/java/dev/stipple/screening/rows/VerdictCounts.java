package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.store.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/** Counts verdicts without opening anything. */
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
                .query((row, line) -> counts.put(Verdict.valueOf(row.getString("verdict")), row.getInt("many")))
                .list();
        return counts;
    }
}
