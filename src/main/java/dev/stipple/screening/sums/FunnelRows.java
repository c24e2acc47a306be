package dev.stipple.screening.sums;

import dev.stipple.store.Times;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far people came. Whoever decides has seen the screening, and each decision made a version; so only of those whom nobody
 * decided on, who are few where a desk keeps up, has more to be looked at than the index by status.
 */
final class FunnelRows {
    private static final String SENT =
            "(select count(*) from screening s where s.received_at >= :since and s.status = ";

    private final JdbcClient sql;

    FunnelRows(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Of those who came in from a day on.
     *
     * @param sent how many they are
     */
    Sums.Funnel since(LocalDate day, int sent, Instant now) {
        return sql.sql(
                        "select (select count(*) from draft d where d.answered and d.begun_at >= :since and d.ends_at > :now"
                                + " and not exists (select 1 from screening s where s.link = d.fingerprint)) as open_forms, "
                                + SENT + "'DECIDED') as decided, "
                                + SENT + "'SENT_BACK') as sent_back, "
                                + SENT + "'WAITING' and s.version > s.revision) as again, "
                                + SENT + "'ERASED' and s.version > s.revision + 1) as erased, "
                                + SENT + "'WAITING' and s.version = s.revision"
                                + " and exists (select 1 from seen v where v.reference = s.reference)) as looked_at")
                .param("since", Times.utc(Times.start(day)))
                .param("now", Times.utc(now))
                .query((row, line) -> {
                    int decided = row.getInt("decided");
                    int answered = decided + row.getInt("sent_back") + row.getInt("again") + row.getInt("erased");
                    return new Sums.Funnel(
                            row.getInt("open_forms") + sent,
                            sent,
                            answered + row.getInt("looked_at"),
                            answered,
                            decided);
                })
                .single();
    }
}
