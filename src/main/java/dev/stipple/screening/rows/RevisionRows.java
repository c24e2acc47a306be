package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revisions as rows of the database, sealed on the way in and opened on the way out. */
public final class RevisionRows {
    private final JdbcClient sql;
    private final PersonKeys keys;
    private final RowSeals seals;

    public RevisionRows(Database database, Keys keys) {
        this.sql = database.sql();
        this.keys = new PersonKeys(database, keys);
        this.seals = new RowSeals(database, keys);
    }

    public void insert(PersonKey key, int number, String actor, Assessed assessed, Instant now) {
        sql.sql("insert into revision (reference, number, at, actor, rulebook, given_on, as_of, verdict,"
                        + " answers, assessment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key.owner(),
                        number,
                        Times.utc(now),
                        actor,
                        assessed.rulebook().digest(),
                        assessed.given().toString(),
                        assessed.asOf().toString(),
                        key.seal(assessed.verdict().name(), "verdict " + number),
                        key.seal(assessed.answers(), "answers " + number),
                        key.seal(assessed.assessment(), "assessment " + number))
                .update();
        seals.seal(SealedTable.REVISION, key.owner(), number);
    }

    /** Oldest first. */
    List<Revision> of(PersonKey key) {
        return sql.sql("select * from revision where reference = ? order by number")
                .param(key.owner())
                .query((row, line) -> {
                    seals.check(SealedTable.REVISION, row);
                    return revision(row, key);
                })
                .list();
    }

    /** The states that count now, by reference; without those that are erased or not as they were written. */
    public Map<Reference, Revision> current(List<Reference> references) {
        var found = new LinkedHashMap<Reference, Revision>();
        if (!references.isEmpty()) {
            List<String> codes = references.stream().map(Reference::code).toList();
            Map<String, PersonKey> opening = keys.of(codes);
            sql.sql("select r.* from revision r join screening s on r.reference = s.reference and r.number = s.revision"
                            + " where s.reference in (:references)")
                    .param("references", codes)
                    .query((row, line) -> add(row, opening, found))
                    .list();
        }
        return found;
    }

    private boolean add(ResultSet row, Map<String, PersonKey> opening, Map<Reference, Revision> found)
            throws SQLException {
        PersonKey key = opening.get(row.getString("reference"));
        if (key == null || row.getBytes("answers") == null || !seals.isUsable(SealedTable.REVISION, row)) {
            return false;
        }
        found.put(new Reference(key.owner()), revision(row, key));
        return true;
    }

    private static Revision revision(ResultSet row, PersonKey key) throws SQLException {
        int number = row.getInt("number");
        return new Revision(
                number,
                Times.instant(row, "at"),
                row.getString("actor"),
                row.getString("rulebook"),
                LocalDate.parse(row.getString("given_on")),
                LocalDate.parse(row.getString("as_of")),
                Verdict.valueOf(key.open(SealedColumns.held(row, "verdict"), "verdict " + number)),
                key.open(SealedColumns.held(row, "answers"), "answers " + number),
                key.open(SealedColumns.held(row, "assessment"), "assessment " + number));
    }
}
