package dev.stipple.rule;

import dev.stipple.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that rules cite.
 *
 * @param year null where it is not known
 * @param kind one of {@link #KINDS}
 * @param address where it was read; null where it has none
 * @param strength strength of the evidence, one of {@link #STRENGTHS}
 */
public record Source(
        String id,
        String title,
        String publisher,
        @Nullable Integer year,
        String kind,
        @Nullable String address,
        String strength,
        @Nullable Wording note) {

    public static final List<String> KINDS =
            List.of("seed", "paper", "law", "regulator", "clinic page", "form", "forum", "course text", "health site");

    /** Strongest first. */
    public static final List<String> STRENGTHS = List.of("high", "moderate", "low", "very low");
}
