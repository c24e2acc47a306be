package dev.stipple.screening.rows;

import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.agenda.Due;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands in the clear of an agenda, so that lists are narrowed and sorted by it: two days, and nothing of what is due.
 * Days are texts, as both databases keep, order and give back those alike.
 *
 * @param due the next one, which may be over
 * @param wake the next one after that of the last assessment
 */
record DueDays(String due, String wake) {
    /** Past every day. */
    static final String NEVER = "9999-12-31";

    static DueDays of(Agenda agenda, LocalDate asOf) {
        return new DueDays(text(agenda.next().map(Due::day)), text(agenda.wake(asOf)));
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(NEVER);
    }
}
