package dev.stipple.screening;

import dev.stipple.rulebook.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the states that count now of many screenings at once. */
final class CurrentRevisions {
    private final Database database;
    private final MasterKey master;

    CurrentRevisions(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    /** By reference; without those that are erased. */
    Map<Reference, Revision> of(List<Reference> references) {
        var found = new LinkedHashMap<Reference, Revision>();
        if (!references.isEmpty()) {
            database.sql()
                    .sql("select r.*, s.wrapped_key from screening s join revision r"
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
        var key = PersonKey.unwrap(master, row.getString("reference"), row.getBytes("wrapped_key"));
        int number = row.getInt("number");
        return new Revision(
                number,
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("actor"),
                row.getString("rulebook"),
                Verdict.valueOf(row.getString("verdict")),
                key.open(row.getBytes("answers"), "answers " + number),
                key.open(row.getBytes("assessment"), "assessment " + number));
    }
}
