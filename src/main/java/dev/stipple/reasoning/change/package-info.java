/**
 * Counterfactuals: the smallest sets of answers that the person can change and that lead to a milder verdict.
 *
 * <p>In: answers and a goal. Out: every {@code ChangeSet} of the smallest size, the mildest verdict first; or the proof that
 * there is none; or, when time is up, what was found, without a claim about the rest.
 *
 * <p>Algorithm: minimum hitting sets of the unsatisfiable cores (Reiter, "A theory of diagnosis from first principles",
 * Artificial Intelligence 32, 1987). {@link dev.stipple.reasoning.change.CounterfactualEngine} assumes all answers as they are
 * and the goal; each core names answers of which one must change; a minimum set that hits every core so far is tried, until
 * one succeeds. The new values are minimised one by one, a number to its smallest growth, and each set is run through Drools
 * before anybody sees it. A {@link dev.stipple.reasoning.change.ChangeableAnswer} knows which values a person can come to:
 * months grow, and what happened stays. What such sets are good for: Wachter, Mittelstadt and Russell, "Counterfactual explanations
 * without opening the black box", 2018.
 *
 * <p>Cost: fractions of a millisecond for most people; exponential in the number of changes, so that a
 * {@link dev.stipple.reasoning.formula.Deadline} bounds it. Called by the API, the desk, the intake and the command line.
 */
@NullMarked
package dev.stipple.reasoning.change;

import org.jspecify.annotations.NullMarked;
