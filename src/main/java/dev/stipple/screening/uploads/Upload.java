package dev.stipple.screening.uploads;

import dev.stipple.uploads.FileKind;
import java.time.Instant;

/**
 * A file that somebody sent to what is kept of them.
 *
 * @param number counted from 1 for each person
 * @param size in bytes
 */
public record Upload(int number, Instant at, Shows shows, FileKind kind, int size) {
    /** What it is of, as the person says. */
    public enum Shows {
        LETTER,
        FRONT,
        TOP,
        BACK,
        LEFT,
        RIGHT,
        CLOSE
    }
}
