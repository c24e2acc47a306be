/**
 * The exact difference of two rulebooks over one questionnaire: who gets another verdict.
 *
 * <p>In: rules before and after. Out: an {@link dev.stipple.reasoning.impact.Impact} with every move from verdict to verdict and
 * the most ordinary people who make it; or with regions of answers, each with its move and its share of people. Examples are
 * confirmed by Drools.
 *
 * <p>{@link dev.stipple.reasoning.impact.Equivalence} builds both over one formula, so that rules that are alike are the same
 * node, and asks whether any verdict differs. Where one does, {@code DifferenceRegions} enumerates by blocking: a model is
 * widened to a maximal box, first by dropping what its unsatisfiable core does not need, then value by value, and the box is
 * ruled out before the next call (all-solutions SAT by blocking a cube; McMillan, "Applying SAT
 * methods in unbounded symbolic model checking", CAV 2002).
 *
 * <p>Cost: about a millisecond where the rulebooks agree; the number of boxes can grow with the options of changed questions
 * and is cut at 40, which the result says. Called by the author's {@code impact}.
 */
@NullMarked
package dev.stipple.reasoning.impact;

import org.jspecify.annotations.NullMarked;
