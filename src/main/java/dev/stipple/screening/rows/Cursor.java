package dev.stipple.screening.rows;

import dev.stipple.screening.kept.InvalidSearch;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Search;
import dev.stipple.store.Times;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * Where a page of a list ended.
 *
 * @param value what the list is sorted by, of the last row
 */
record Cursor(Object value, String reference) {
    private static final int LAST_YEAR = 9999;

    /** Of a row as it stands in the database, as what was altered there keeps its place in a list. */
    static Cursor at(Search.Order order, ResultSet row) throws SQLException {
        Object value = switch (order) {
            case RECEIVED, CHANGED -> Times.instant(row, order.column()).atOffset(ZoneOffset.UTC);
            case VERDICT -> row.getInt(order.column());
            case DUE -> row.getString(order.column());
        };
        return new Cursor(value, row.getString("reference"));
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((reference + "|" + value).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(Search.Order order, String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            Object value = switch (order) {
                case RECEIVED, CHANGED -> OffsetDateTime.parse(parts[1]);
                case VERDICT -> Integer.valueOf(parts[1]);
                case DUE -> parts[1];
            };
            boolean known = !(value instanceof OffsetDateTime time) || Math.abs(time.getYear()) <= LAST_YEAR;
            if (!known || !Reference.isPart(parts[0])) {
                throw new IllegalArgumentException("made up");
            }
            return new Cursor(value, parts[0]);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new InvalidSearch("'after' is not from a page of this list; start again without it.");
        }
    }
}
