package dev.stipple.authoring.mutation;

import dev.stipple.answers.Answers;

/** Whether answers can tell a changed rule from the one it was made of. */
public sealed interface Difference {
    /** These answers tell them apart. */
    record Shown(Answers answers) implements Difference {}

    /** It is proved that no answers do. */
    record None() implements Difference {}

    /** Nobody knows. */
    record Unknown() implements Difference {}
}
