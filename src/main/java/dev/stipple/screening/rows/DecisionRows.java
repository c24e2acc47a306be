package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Reference;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Decisions as rows of the database, what was decided and why sealed on the way in and opened on the way out. */
public final class DecisionRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PART = "decision ";

    private record Content(
            Decision.Kind kind,
            @Nullable Verdict verdict,
            Decision.Reason reason,
            @Nullable String note) {}

    private final JdbcClient sql;
    private final RowSeals seals;
    private final PersonKeys keys;

    public DecisionRows(Database database, Keys keys) {
        this.sql = database.sql();
        this.seals = new RowSeals(database, keys);
        this.keys = new PersonKeys(database, keys);
    }

    public void insert(PersonKey key, Decision decision) {
        var content = new Content(decision.kind(), decision.verdict(), decision.reason(), decision.note());
        sql.sql("insert into decision (reference, number, at, actor, revision, content) values (?, ?, ?, ?, ?, ?)")
                .params(
                        key.owner(),
                        decision.number(),
                        Times.utc(decision.at()),
                        decision.actor(),
                        decision.revision(),
                        key.seal(JSON.writeValueAsString(content), PART + decision.number()))
                .update();
        seals.seal(SealedTable.DECISION, key.owner(), decision.number());
    }

    /** Oldest first. */
    public List<Decision> of(PersonKey key) {
        return sql.sql("select * from decision where reference = ? order by number")
                .param(key.owner())
                .query((row, line) -> decision(row, key))
                .list();
    }

    /** The decisions that stand, by reference; without those that are erased or not as they were written. */
    public Map<Reference, Decision> standing(List<Reference> references) {
        var found = new LinkedHashMap<Reference, Decision>();
        if (!references.isEmpty()) {
            List<String> codes = references.stream().map(Reference::code).toList();
            Map<String, PersonKey> opening = keys.of(codes);
            sql.sql("select d.* from decision d join screening s on d.reference = s.reference"
                            + " and d.number = s.version - s.revision where s.reference in (:references)"
                            + " and s.status = 'DECIDED'")
                    .param("references", codes)
                    .query((ResultSet row) -> add(row, opening, found));
        }
        return found;
    }

    private void add(ResultSet row, Map<String, PersonKey> opening, Map<Reference, Decision> found)
            throws SQLException {
        PersonKey key = opening.get(row.getString("reference"));
        if (key != null && row.getBytes("content") != null && seals.isUsable(SealedTable.DECISION, row)) {
            found.put(new Reference(key.owner()), decision(row, key));
        }
    }

    private Decision decision(ResultSet row, PersonKey key) throws SQLException {
        seals.check(SealedTable.DECISION, row);
        int number = row.getInt("number");
        var content = JSON.readValue(key.open(SealedColumns.held(row, "content"), PART + number), Content.class);
        return new Decision(
                number,
                Times.instant(row, "at"),
                row.getString("actor"),
                row.getInt("revision"),
                content.kind(),
                content.verdict(),
                content.reason(),
                content.note());
    }
}
