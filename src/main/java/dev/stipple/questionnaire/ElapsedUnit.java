package dev.stipple.questionnaire;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A unit in which an answer can count on, named as in the questionnaire's units. */
public enum ElapsedUnit {
    DAYS("days", ChronoUnit.DAYS),
    WEEKS("weeks", ChronoUnit.WEEKS),
    MONTHS("months", ChronoUnit.MONTHS),
    YEARS("years", ChronoUnit.YEARS);

    private final String key;
    private final ChronoUnit unit;

    ElapsedUnit(String key, ChronoUnit unit) {
        this.key = key;
        this.unit = unit;
    }

    public static List<String> keys() {
        return Stream.of(values()).map(each -> each.key).toList();
    }

    /** The one with this key among the questionnaire's units; empty where that is no unit of time. */
    public static Optional<ElapsedUnit> of(String key) {
        return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** How many full ones lie between two days: six months after the 31st of August are over on the last day of February. */
    public long between(LocalDate from, LocalDate to) {
        long full = unit.between(from, to);
        return from.plus(full + 1, unit).isAfter(to) ? full : full + 1;
    }
}
