package dev.stipple.screening.rows;

import dev.stipple.screening.kept.InvalidSearch;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Search;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
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

    static String behind(Search.Order order, ListedScreening last) {
        Object value = switch (order) {
            case RECEIVED -> last.receivedAt().atOffset(ZoneOffset.UTC);
            case CHANGED -> last.changedAt().atOffset(ZoneOffset.UTC);
            case VERDICT -> Strictness.of(last.verdict());
            case DUE -> last.next() == null ? DueDays.NEVER : last.next().day().toString();
        };
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((value + "|" + last.reference().code()).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(Search.Order order, String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            Object value = switch (order) {
                case RECEIVED, CHANGED -> OffsetDateTime.parse(parts[0]);
                case VERDICT -> Integer.valueOf(parts[0]);
                case DUE -> LocalDate.parse(parts[0]).toString();
            };
            boolean known = !(value instanceof OffsetDateTime time) || Math.abs(time.getYear()) <= LAST_YEAR;
            if (!known || !Reference.isPart(parts[1])) {
                throw new IllegalArgumentException("made up");
            }
            return new Cursor(value, parts[1]);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new InvalidSearch("'after' is not from a page of this list; start again without it.");
        }
    }
}
