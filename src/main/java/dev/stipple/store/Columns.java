package dev.stipple.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as both databases give it. */
public final class Columns {
    private Columns() {}

    /** By name, in the order of the table: a text, {@link Long}, {@link Boolean}, bytes, {@link Instant} or null. */
    public static Map<String, @Nullable Object> of(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            values.put(columns.getColumnName(column).toLowerCase(Locale.ROOT), value(row, column));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Timestamp || value instanceof OffsetDateTime) {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
        return value instanceof Integer || value instanceof Short ? Long.valueOf(((Number) value).longValue()) : value;
    }
}
