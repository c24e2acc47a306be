package dev.stipple.screening.rows;

import dev.stipple.screening.kept.Screening.Note;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes as rows of the database, their text sealed on the way in and opened on the way out. */
public final class NoteRows {
    private static final String PART = "note ";

    private final JdbcClient sql;
    private final RowSeals seals;

    public NoteRows(Database database, Keys keys) {
        this.sql = database.sql();
        this.seals = new RowSeals(database, keys);
    }

    public void insert(PersonKey key, Note note) {
        sql.sql("insert into note (reference, number, at, actor, content) values (?, ?, ?, ?, ?)")
                .params(
                        key.owner(),
                        note.number(),
                        Times.utc(note.at()),
                        note.actor(),
                        key.seal(note.text(), PART + note.number()))
                .update();
        seals.seal(SealedTable.NOTE, key.owner(), note.number());
    }

    /** Oldest first. */
    List<Note> of(PersonKey key) {
        return sql.sql("select * from note where reference = ? order by number")
                .param(key.owner())
                .query((row, line) -> note(row, key))
                .list();
    }

    private Note note(ResultSet row, PersonKey key) throws SQLException {
        seals.check(SealedTable.NOTE, row);
        int number = row.getInt("number");
        return new Note(
                number,
                Times.instant(row, "at"),
                row.getString("actor"),
                key.open(SealedColumns.held(row, "content"), PART + number));
    }
}
