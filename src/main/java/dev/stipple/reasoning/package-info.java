/**
 * What holds for every possible answer: verdicts still possible, what to ask, what would change the verdict, proofs and
 * differences, decided exactly and not by samples.
 */
@NullMarked
package dev.stipple.reasoning;

import org.jspecify.annotations.NullMarked;
