/**
 * Questionnaire and rules as one formula over finite domains: what "all complete answers" means.
 *
 * <p>In: a questionnaire, the conditions of rules, and how many entries of a repeating group may be partly known. Out: a
 * {@link dev.stipple.reasoning.space.Space} whose literals say what an answer says, whether a question is asked and whether a
 * fact passes a constraint, and an {@link dev.stipple.reasoning.space.Outcome} with a literal for each rule, factor and
 * verdict.
 *
 * <ul>
 *   <li>A choice, yes or no and a number are one {@link dev.stipple.reasoning.space.SingleChoice}: one-hot, at most one by
 *       pairs. Numbers are cut at the thresholds that the rules mention, into a
 *       {@link dev.stipple.reasoning.space.ValueClass} for each stretch; what no rule tells apart is one value.
 *   <li>Several choices are a {@link dev.stipple.reasoning.space.MultiChoice}: one variable for each option.
 *   <li>A repeating group is one variable for each {@link dev.stipple.reasoning.space.EntryClasses class of entries} that its
 *       patterns tell apart, found by partition refinement, and a few single entries beside them for those that are partly
 *       known ({@link dev.stipple.reasoning.space.Entries}).
 *   <li>"Asked when" is part of each literal, so that the variables stay independent and a question that is not asked is
 *       neither unknown nor answered.
 * </ul>
 *
 * <p>Whoever has to show something is chosen by {@link dev.stipple.reasoning.space.OrdinaryPeople}, the one nearest to a known
 * person: a smallest correction set of that person's answers (Reiter 1987), some hundred milliseconds on the shipped rules.
 *
 * <p>Cost: linear in rules and options; classes of entries grow with the product of what one group's patterns compare, and
 * are bounded ({@link dev.stipple.reasoning.space.TooManyClasses}). Called by outlook, proof, change and impact.
 */
@NullMarked
package dev.stipple.reasoning.space;

import org.jspecify.annotations.NullMarked;
