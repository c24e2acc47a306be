package dev.stipple.screening.sums;

import dev.stipple.store.Times;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long people waited until somebody decided for the first time. */
final class WaitedRows {
    /** As a row of the screening has to be found for each. */
    private static final int MOST = 2_000;

    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final JdbcClient sql;

    WaitedRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of the newest decisions from a day on and before another one. */
    Sums.Waited between(LocalDate from, LocalDate before) {
        return sql.sql("select count(*) as many, percentile_cont(0.5) within group (order by waited) as median,"
                        + " percentile_cont(0.9) within group (order by waited) as ninetieth from (select"
                        + " extract(epoch from d.at) - extract(epoch from s.received_at) as waited from"
                        + " (select reference, at from decision where number = 1 and at >= ? and at < ?"
                        + " order by number, at desc limit " + MOST
                        + ") as d join screening s on s.reference = d.reference) as each")
                .params(Times.utc(Times.start(from)), Times.utc(Times.start(before)))
                .query((row, line) -> new Sums.Waited(
                        row.getInt("many"), row.getDouble("median") / DAY, row.getDouble("ninetieth") / DAY))
                .single();
    }
}
