package dev.stipple.store.keys;

import dev.stipple.store.Columns;
import dev.stipple.store.Database;
import dev.stipple.text.Digest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals rows with a key that is not in the database, so that it shows when somebody changes or adds one there. A row keeps
 * its seal over its lifetime by {@link #change}; columns that are null do not count, so that later versions may add some.
 */
public final class RowSeals {
    private static final Logger LOG = LoggerFactory.getLogger(RowSeals.class);
    private static final String PURPOSE = "row";

    private final Database database;
    private final Keys keys;

    public RowSeals(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Seals a row as it is in the transaction under way. */
    public void seal(SealedTable table, Object... key) {
        database.sql()
                .sql("select * from " + table.table() + table.whereKey())
                .params(key)
                .query((row, line) -> keys.seal(PURPOSE, content(table, row)))
                .optional()
                .ifPresent(seal -> database.sql()
                        .sql("update " + table.table() + " set seal = ?" + table.whereKey())
                        .param(seal)
                        .params(List.of(key))
                        .update());
    }

    /** Seals all rows of a subject as they are in the transaction under way, whatever they were before. */
    public void sealAll(Subject kind, String subject) {
        for (SealedTable table : kind.tables()) {
            keysOf(table, subject).forEach(key -> seal(table, key));
        }
    }

    private List<Object[]> keysOf(SealedTable table, String subject) {
        return database.sql()
                .sql("select * from " + table.table() + " where " + table.keys().get(0) + " = ?")
                .param(subject)
                .query((row, line) -> key(table, row))
                .list();
    }

    private static Object[] key(SealedTable table, ResultSet row) throws SQLException {
        var key = new Object[table.keys().size()];
        for (int column = 0; column < key.length; column++) {
            key[column] = row.getObject(table.keys().get(column));
        }
        return key;
    }

    /**
     * Seals rows anew whose seal is right, but by a key that is no longer the newest; part of the transaction under way.
     *
     * @param after the name of the last one before
     * @return the name of the last one now; empty where there are no more
     */
    public Optional<String> sealAnew(SealedTable table, String after, int most) {
        String name = table.keys().get(0);
        List<String> names = database.sql()
                .sql("select distinct " + name + " from " + table.table() + " where seal not like ? and " + name
                        + " > ? order by " + name + " limit ?")
                .params(keys.sealer() + ":%", after, most)
                .query(String.class)
                .list();
        for (String each : names) {
            database
                    .sql()
                    .sql("select * from " + table.table() + " where " + name + " = ? for update")
                    .param(each)
                    .query((row, line) -> holds(table, row) ? Optional.of(key(table, row)) : Optional.<Object[]>empty())
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .forEach(key -> seal(table, key));
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    }

    /**
     * Changes a row that is as it was sealed, and seals it anew; part of the transaction under way.
     *
     * @throws Altered where it is not
     */
    public void change(SealedTable table, Runnable change, Object... key) {
        database.sql()
                .sql("select * from " + table.table() + table.whereKey() + " for update")
                .params(key)
                .query((row, line) -> {
                    check(table, row);
                    return line;
                })
                .list();
        change.run();
        seal(table, key);
    }

    /**
     * Accepts a row that is as it was sealed.
     *
     * @throws Altered where it is not
     */
    public void check(SealedTable table, ResultSet row) throws SQLException {
        if (!holds(table, row)) {
            throw new Altered(name(table, row));
        }
    }

    /** Whether a row is as it was sealed; where not, the service's log says that it is not used. */
    public boolean isUsable(SealedTable table, ResultSet row) throws SQLException {
        boolean holds = holds(table, row);
        if (!holds) {
            LOG.error(new Altered(name(table, row)).getMessage());
        }
        return holds;
    }

    /** Whether a row is as it was sealed. */
    public boolean holds(SealedTable table, ResultSet row) throws SQLException {
        String seal = row.getString("seal");
        return keys.isSeal(seal, PURPOSE, content(table, row)) && keys.isInUse(seal);
    }

    /** What a row is called, such as {@code revision K7QF3M2X9RTW 1}. */
    public static String name(SealedTable table, ResultSet row) throws SQLException {
        var words = new StringBuilder(table.table());
        for (String key : table.keys()) {
            words.append(' ').append(row.getString(key));
        }
        return words.toString();
    }

    /** A digest of all rows of a subject; empty where there are none. */
    public String state(Subject kind, String subject) {
        List<String> rows = kind.tables().stream()
                .flatMap(table -> database
                        .sql()
                        .sql("select * from " + table.table() + " where "
                                + table.keys().get(0) + " = ? order by " + String.join(", ", table.keys()))
                        .param(subject)
                        .query((row, line) -> digest(table, row))
                        .list()
                        .stream())
                .toList();
        return rows.isEmpty() ? "" : digest(String.join("", rows));
    }

    /** The {@link #state} of a subject that has one row alone. */
    public static String stateOf(SealedTable table, ResultSet row) throws SQLException {
        return digest(digest(table, row));
    }

    /** Digest of one row. */
    public static String digest(SealedTable table, ResultSet row) throws SQLException {
        return Digest.of(content(table, row));
    }

    /** Digest of the digests of all rows of a subject. */
    public static String digest(String ofRows) {
        return Digest.of(ofRows.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] content(SealedTable table, ResultSet row) throws SQLException {
        String columns = new TreeMap<>(Columns.of(row))
                .entrySet().stream()
                        .filter(column -> column.getValue() != null && table.seals(column.getKey()))
                        .map(RowSeals::text)
                        .map(text -> text.length() + ":" + text)
                        .collect(Collectors.joining());
        return (table.table() + "\n" + columns).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Map.Entry<String, @Nullable Object> column) {
        Object value = Objects.requireNonNull(column.getValue());
        return column.getKey() + "="
                + (value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
    }
}
