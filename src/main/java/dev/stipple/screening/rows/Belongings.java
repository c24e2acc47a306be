package dev.stipple.screening.rows;

import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.store.Database;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the revisions, decisions and notes of listed screenings are all there, and decisions and notes as they were written.
 * The content of a revision is as long as an answer and is checked where it is opened.
 */
final class Belongings {
    private static final Logger LOG = LoggerFactory.getLogger(Belongings.class);

    private final JdbcClient sql;
    private final RowSeals seals;

    Belongings(Database database, Keys keys) {
        this.sql = database.sql();
        this.seals = new RowSeals(database, keys);
    }

    /** The same screenings, those to which something is missing or altered marked. */
    List<ListedScreening> marked(List<ListedScreening> listed) {
        List<String> codes = listed.stream()
                .filter(each -> !each.altered())
                .map(each -> each.reference().code())
                .toList();
        if (codes.isEmpty()) {
            return listed;
        }
        Set<Reference> altered = new HashSet<>(incomplete(codes));
        altered.addAll(altered(SealedTable.DECISION, codes));
        altered.addAll(altered(SealedTable.NOTE, codes));
        return listed.stream()
                .map(each -> altered.contains(each.reference()) ? each.asAltered() : each)
                .toList();
    }

    /** The screening counts its revisions and notes, and each revision and each decision made one version. */
    private List<Reference> incomplete(List<String> codes) {
        List<Reference> found = sql.sql(
                        "select s.reference from screening s where s.reference in (:codes) and s.status <> 'ERASED' and ("
                                + "(select count(*) from revision r where r.reference = s.reference) <> s.revision"
                                + " or (select count(*) from decision d where d.reference = s.reference) <> s.version - s.revision"
                                + " or (select count(*) from note n where n.reference = s.reference) <> s.notes)")
                .param("codes", codes)
                .query((row, line) -> new Reference(row.getString("reference")))
                .list();
        found.forEach(each -> LOG.error(new Altered("screening " + each.code()).getMessage()));
        return found;
    }

    private List<Reference> altered(SealedTable table, List<String> codes) {
        return sql
                .sql("select * from " + table.table() + " where reference in (:codes)")
                .param("codes", codes)
                .query((ResultSet row, int line) -> seals.isUsable(table, row)
                        ? List.<Reference>of()
                        : List.of(new Reference(row.getString("reference"))))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
