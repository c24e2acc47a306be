package dev.stipple.screening.kept;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages, counted up to {@link #COUNTED}
 * @param next what to pass as {@code after} for the next page; null on the last one
 */
public record Page(
        List<ListedScreening> screenings,
        int total,
        @Nullable String next) {
    /** Where counting stops: there may be more. */
    public static final int COUNTED = 10_000;
}
