package dev.stipple.store.keys;

import dev.stipple.store.Columns;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** The one row that says which keys a database is to be opened with. */
final class KeyState {
    static final String ID = "1";
    private static final String READ = "select * from key_state where id = '1'";

    /**
     * What the row says.
     *
     * @param database names the file of keys
     * @param generation the one that wraps
     * @param erasedSince when something was first destroyed whose key this generation may still open; null where nothing was
     * @param renewingSince when this generation took over from one that is not destroyed yet; null where there is none
     */
    record Row(
            String database,
            String generation,
            @Nullable Instant erasedSince,
            @Nullable Instant renewingSince,
            boolean holds) {}

    private final Database database;
    private final RowSeals seals;

    KeyState(Database database, RowSeals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** The database that the row names; empty where there is no row yet. */
    static Optional<String> id(Database database) {
        return database.sql()
                .sql(READ)
                .query((row, line) -> row.getString("database_id"))
                .optional();
    }

    /** Makes the row, unless another service was first. */
    static boolean make(Database database, String id, String generation) {
        try {
            database.sql()
                    .sql("insert into key_state (id, database_id, generation) values ('1', ?, ?)")
                    .params(id, generation)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Row read() {
        return database.sql().sql(READ).query(this::row).single();
    }

    /** Nobody else changes the row, or wraps anything, until the transaction under way ends. */
    Row lock() {
        return database.sql().sql(READ + " for update").query(this::row).single();
    }

    private Row row(ResultSet row, int line) throws SQLException {
        Map<String, @Nullable Object> columns = Columns.of(row);
        return new Row(
                row.getString("database_id"),
                row.getString("generation"),
                (Instant) columns.get("erased_since"),
                (Instant) columns.get("renewing_since"),
                seals.holds(SealedTable.KEY_STATE, row));
    }

    void noteErased(Instant now) {
        database.sql()
                .sql("update key_state set erased_since = ? where id = '1'")
                .param(Times.utc(now))
                .update();
        seal();
    }

    void begin(String generation, Instant now) {
        database.sql()
                .sql("update key_state set generation = ?, erased_since = null, renewing_since = ? where id = '1'")
                .params(generation, Times.utc(now))
                .update();
        seal();
    }

    void end() {
        database.sql()
                .sql("update key_state set renewing_since = null where id = '1'")
                .update();
        seal();
    }

    void restored(String id, String generation, Instant now) {
        database.sql()
                .sql("update key_state set database_id = ? where id = '1'")
                .param(id)
                .update();
        begin(generation, now);
    }

    void seal() {
        seals.seal(SealedTable.KEY_STATE, ID);
    }
}
