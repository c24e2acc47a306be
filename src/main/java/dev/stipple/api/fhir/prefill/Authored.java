package dev.stipple.api.fhir.prefill;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a resource was written, as far as a FHIR dateTime tells: at a moment, or on some day from one date until before
 * another, wherever on earth.
 *
 * @param moment null where only dates are told
 */
record Authored(@Nullable Instant moment, LocalDate from, LocalDate until) {
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    /** Reads a dateTime; empty where it is none. */
    static Optional<Authored> of(String text) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case YEAR ->
                            dates(
                                    Year.parse(text).atDay(1),
                                    Year.parse(text).plusYears(1).atDay(1));
                        case MONTH ->
                            dates(
                                    YearMonth.parse(text).atDay(1),
                                    YearMonth.parse(text).plusMonths(1).atDay(1));
                        case DAY ->
                            dates(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
                        default -> moment(OffsetDateTime.parse(text));
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Authored dates(LocalDate from, LocalDate until) {
        return new Authored(null, from, until);
    }

    private static Authored moment(OffsetDateTime at) {
        return new Authored(at.toInstant(), at.toLocalDate(), at.toLocalDate());
    }

    /** The last day on which it may have been, where this service is. */
    LocalDate latestDay() {
        return moment == null ? until.minusDays(1) : LocalDate.ofInstant(moment, ZoneId.systemDefault());
    }

    /** Whether this was certainly written later. */
    boolean isAfter(Authored other) {
        if (moment == null && other.moment == null) {
            return !from.isBefore(other.until);
        }
        return earliest().isAfter(other.latest());
    }

    private Instant earliest() {
        return moment == null ? from.atStartOfDay().toInstant(FIRST) : moment;
    }

    private Instant latest() {
        return moment == null ? until.atStartOfDay().toInstant(LAST) : moment;
    }
}
