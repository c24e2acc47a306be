package dev.stipple.assessment;

import java.time.LocalDate;

/** A day that nobody waits for. */
public final class DistantDay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private DistantDay(String name) {
        super("'" + name + "' is a day from " + FIRST + " to " + LAST + ".");
    }

    /**
     * A day that others are counted from.
     *
     * @param name of the parameter
     * @throws DistantDay where it lies outside of the three centuries around now
     */
    public static LocalDate checked(String name, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DistantDay(name);
        }
        return day;
    }
}
