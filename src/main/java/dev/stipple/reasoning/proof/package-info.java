/**
 * Proofs about all complete answers to one rulebook, and the check that the formula says what Drools does.
 *
 * <p>In: rules. Out: a {@link dev.stipple.reasoning.proof.Certificate} with every
 * {@link dev.stipple.reasoning.proof.Failure}, each with a person who shows it and has been run through Drools.
 *
 * <ul>
 *   <li>{@link dev.stipple.reasoning.proof.Proof}: a factor that is silent, a rule that never fires or repeats another, an
 *       objection that a verdict overrules: each is one literal that must be unsatisfiable.
 *   <li>{@code ContradictionCheck}, {@code HiddenQuestionCheck}, {@code UndecidedPlanCheck}, {@code UnusedQuestions}: pairs of
 *       rules that say yes and no at once; safety-critical questions that a rule hangs on and nobody is asked; plan entries
 *       that speak before there is a verdict; questions that no rule tells apart (a cofactor comparison).
 *   <li>{@code HeldCheck}, {@code PraiseCheck}, {@code MonotonicityCheck}: the invariants of persons, not of rules: an agreement
 *       in hand is heard; nothing is praised that an objection stands on; a worse answer is never judged milder.
 *   <li>{@link dev.stipple.reasoning.proof.ProofExamples}: a counterexample that is as ordinary as can be, and those of its
 *       answers that show it whatever else is answered.
 *   <li>{@link dev.stipple.reasoning.proof.CrossCheck}: Drools, the evaluation of conditions and the formula side by side on
 *       witnesses: each rule firing, each single comparison just failing (the idea of MC/DC: Chilenski and Miller, 1994), and
 *       people at random.
 *   <li>{@code AnswerCount}: how many complete answer sets there are, by dynamic programming over the order of questions.
 * </ul>
 *
 * <p>Cost: about one solver call a rule and one for each pair of rules that share a question; a second on the shipped rules,
 * bounded by a {@link dev.stipple.reasoning.formula.Deadline}: what it did not come to is named as unfinished. Called by the
 * author's commands and before a rulebook is served.
 */
@NullMarked
package dev.stipple.reasoning.proof;

import org.jspecify.annotations.NullMarked;
