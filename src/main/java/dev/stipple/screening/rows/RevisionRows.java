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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revisions as rows of the database, sealed on the way in and opened on the way out. */
public final class RevisionRows {
    private final JdbcClient sql;
    private final Keys keys;
    private final RowSeals seals;

    public RevisionRows(Database database, Keys keys) {
        this.sql = database.sql();
        this.keys = keys;
        this.seals = new RowSeals(database, keys);
    }

    public void insert(PersonKey key, int number, String actor, Assessed assessed, Instant now) {
        sql.sql("insert into revision (reference, number, at, actor, rulebook, verdict, answers, assessment)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key.owner(),
                        number,
                        Times.utc(now),
                        actor,
                        assessed.rulebook().digest(),
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

    /** The states that count now, by reference; without those that are erased. */
    public Map<Reference, Revision> current(List<Reference> references) {
        var found = new LinkedHashMap<Reference, Revision>();
        if (!references.isEmpty()) {
            sql.sql("select r.*, s.generation, s.wrapped_key from screening s join revision r"
                            + " on r.reference = s.reference and r.number = s.revision"
                            + " where s.wrapped_key is not null and s.reference in (:references)")
                    .param(
                            "references",
                            references.stream().map(Reference::code).toList())
                    .query((row, line) -> found.put(new Reference(row.getString("reference")), revision(row)))
                    .list();
        }
        return found;
    }

    private Revision revision(ResultSet row) throws SQLException {
        return revision(
                row,
                PersonKey.unwrap(
                        keys.generation(row.getString("generation")),
                        row.getString("reference"),
                        row.getBytes("wrapped_key")));
    }

    private static Revision revision(ResultSet row, PersonKey key) throws SQLException {
        int number = row.getInt("number");
        return new Revision(
                number,
                Times.instant(row, "at"),
                row.getString("actor"),
                row.getString("rulebook"),
                Verdict.valueOf(key.open(row.getBytes("verdict"), "verdict " + number)),
                key.open(row.getBytes("answers"), "answers " + number),
                key.open(row.getBytes("assessment"), "assessment " + number));
    }
}
