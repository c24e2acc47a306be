package dev.stipple.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Answers are said to have been given after the day as of which they are assessed. */
public final class GivenLater extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private GivenLater(LocalDate given, LocalDate day) {
        super("'given' is the day on which the answers were given; " + given + " lies after " + day
                + ", as of which they are assessed.");
    }

    /**
     * The day on which answers were given; where none is named, the day as of which they are assessed.
     *
     * @throws GivenLater where it lies after that
     * @throws DistantDay where it lies far before it
     */
    public static LocalDate checked(@Nullable LocalDate given, LocalDate day) {
        if (given != null && given.isAfter(day)) {
            throw new GivenLater(given, day);
        }
        return given == null ? day : DistantDay.checked("given", given);
    }
}
