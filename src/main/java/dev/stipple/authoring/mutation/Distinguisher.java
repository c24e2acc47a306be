package dev.stipple.authoring.mutation;

import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import org.jspecify.annotations.Nullable;

/** Decides whether any answers at all tell a changed rule from the one that it was made of. */
@FunctionalInterface
public interface Distinguisher {
    /** Decides nothing, so that no change is set aside as equivalent. */
    Distinguisher UNDECIDED = (contents, original, changed) -> new Difference.Unknown();

    /**
     * Compares the rulebook with what it would be if one rule were another.
     *
     * @param original a rule of the contents
     * @param changed what would stand in its place; null where it would be dropped
     */
    Difference between(Contents contents, Rule original, @Nullable Rule changed);
}
