/**
 * The compiled rulebook: the verdict of every complete answer set as one decision diagram, for answers in microseconds where
 * the solver takes milliseconds.
 *
 * <p>In: rules. Out: a {@link dev.stipple.reasoning.diagram.Diagram}, and a {@link dev.stipple.reasoning.diagram.Reading} of it
 * under one person's answers: the possible verdicts, the deciding slots and what each is worth, the answers that could not have
 * mattered, an irreducible reason, the fewest answers that would have to be wrong.
 *
 * <ul>
 *   <li>{@code Nodes}: reduced, ordered, with several values a level and several terminals (Srinivasan, Kam, Malik and
 *       Brayton, "Algorithms for discrete function manipulation", ICCAD 1990; Bahar and others, "Algebraic decision diagrams and
 *       their applications", ICCAD 1993). The terminals are the verdicts in the order of their strictness, with "undecided"
 *       between the objections and the conditions, so that a rulebook is a minimum of minima: over the rules of a factor, then
 *       over the factors.
 *   <li>{@code Block}, {@code Layout}: one level for a question with one answer, one for each option of several. Each
 *       combination of values means an answer, so that no domain has to be conjoined and the shipped rules are some 7,000
 *       nodes.
 *   <li>{@code Order}: FORCE over the questions that rules read together.
 *   <li>{@code Evidence}, {@code Restricted}: answers as the values that they leave open. One walk upwards tells the verdicts
 *       that each node reaches and one downwards the steps that lead to it, so that every slot is looked at without a walk of its
 *       own (Darwiche, "On the tractable counting of theory models", 2001). A slot decides where it is in the support of the
 *       restricted, reduced function.
 *   <li>{@code Counts}, {@code Ordinary}, {@code Worth}: information gain by counting. Each answer is drawn as people of a mild
 *       verdict give it; two walks tell how probable each verdict is together with each value of each level (Darwiche, "A
 *       differential approach to inference in Bayesian networks", 2003).
 * </ul>
 *
 * <p>Cost: the shipped rules compile in 0.1 to 0.2 seconds of processor time. A diagram is given up at two million nodes,
 * sixteen times as many combinations, or 64 values of one level. An answer that tells of one of several options of
 * an unanswered question leaves several ways open, no two of which have anything in common. Answers are left to the solver that
 * have more than four entries in one group, exclude each other, or leave more than 64 ways open. The solver stays the
 * oracle: a load compares the diagram with Drools on witnesses, and the tests compare both with brute force. Called by the
 * reasoner.
 */
@NullMarked
package dev.stipple.reasoning.diagram;

import org.jspecify.annotations.NullMarked;
