package dev.stipple.screening.rows;

import dev.stipple.screening.kept.Decision;
import dev.stipple.store.Database;
import dev.stipple.store.PersonKey;
import dev.stipple.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions as rows of the database, their notes sealed on the way in and opened on the way out. */
public final class DecisionRows {
    private final JdbcClient sql;

    public DecisionRows(Database database) {
        this.sql = database.sql();
    }

    public void insert(PersonKey key, Decision decision) {
        String note = decision.note();
        sql.sql("insert into decision (reference, number, at, actor, revision, kind, verdict, reason, note)"
                        + " values (:reference, :number, :at, :actor, :revision, :kind, :verdict, :reason, :note)")
                .param("reference", key.owner())
                .param("number", decision.number())
                .param("at", Times.utc(decision.at()))
                .param("actor", decision.actor())
                .param("revision", decision.revision())
                .param("kind", decision.kind().name())
                .param("verdict", ScreeningRows.name(decision.verdict()), Types.VARCHAR)
                .param("reason", decision.reason().name())
                .param("note", note == null ? null : key.seal(note, "note " + decision.number()), Types.VARBINARY)
                .update();
    }

    /** Oldest first. */
    List<Decision> of(PersonKey key) {
        return sql.sql("select * from decision where reference = ? order by number")
                .param(key.owner())
                .query((row, line) -> decision(row, key))
                .list();
    }

    private static Decision decision(ResultSet row, PersonKey key) throws SQLException {
        int number = row.getInt("number");
        return new Decision(
                number,
                Times.instant(row, "at"),
                row.getString("actor"),
                row.getInt("revision"),
                Decision.Kind.valueOf(row.getString("kind")),
                ScreeningRows.verdict(row.getString("verdict")),
                Decision.Reason.valueOf(row.getString("reason")),
                key.openIfAny(row.getBytes("note"), "note " + number));
    }
}
