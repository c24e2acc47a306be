package dev.stipple.screening.rows;

import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.ListedScreening.News;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to which version each of those who work here has seen which screening. It is written behind an entry in the audit log
 * alone, as part of the transaction under way: so one writes at a time.
 */
public final class SeenRows {
    private final JdbcClient sql;

    public SeenRows(Database database) {
        this.sql = database.sql();
    }

    /** Notes that somebody saw a version, unless the screening is erased meanwhile. */
    public void note(Reference reference, String account, int version) {
        int known = sql.sql("update seen set version = ? where reference = ? and account = ?")
                .params(version, reference.code(), account)
                .update();
        if (known == 0) {
            sql.sql("insert into seen (reference, account, version) select reference, ?, ? from screening"
                            + " where reference = ? and status <> 'ERASED'")
                    .params(account, version, reference.code())
                    .update();
        }
    }

    /** Forgets who saw a screening. */
    public void forget(Reference reference) {
        sql.sql("delete from seen where reference = ?").param(reference.code()).update();
    }

    /** The same screenings, each with what somebody has not seen of it. */
    public List<ListedScreening> marked(List<ListedScreening> listed, String account) {
        if (listed.isEmpty()) {
            return listed;
        }
        Map<String, Integer> seen = new HashMap<>();
        sql.sql("select reference, version from seen where reference in (:references) and account = :account")
                .param(
                        "references",
                        listed.stream().map(each -> each.reference().code()).toList())
                .param("account", account)
                .query(row -> {
                    seen.put(row.getString(1), row.getInt(2));
                });
        return listed.stream()
                .map(each -> each.with(news(each, seen.get(each.reference().code()))))
                .toList();
    }

    private static @Nullable News news(ListedScreening listed, @Nullable Integer seen) {
        if (listed.status() == Status.ERASED) {
            return null;
        }
        return seen == null ? News.NEW : seen < listed.version() ? News.CHANGED : null;
    }
}
