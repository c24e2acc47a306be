/**
 * What holds for every completion of partial answers.
 *
 * <p>In: answers. Out, through {@link dev.stipple.reasoning.outlook.Reasoner}:
 *
 * <ul>
 *   <li><b>Possible verdicts</b> ({@code Completions}): one solver call under assumptions for each verdict that samples do
 *       not show.
 *   <li><b>Deciding slots</b> ({@code DecidingSlots}): open questions in which two completions differ alone and come to
 *       other verdicts. A miter of the formula with itself (Brand, "Verification of large synthesized designs", ICCAD 1993);
 *       three-valued simulation prunes it, samples with the question flipped find most, the solver decides the rest.
 *   <li><b>Irrelevant answers</b> ({@code IrrelevantAnswers}): for all other values the same verdicts are possible. Where
 *       other answers hang on the question that is a formula with two quantifiers, decided by counterexample-guided
 *       refinement ({@code ForAllSolver}; Janota and Marques-Silva, "Abstraction-based algorithm for 2QBF", SAT 2011).
 *   <li><b>An irreducible reason</b> ({@code Reasons}): a prime implicant of the verdict within the answers, by deletion from
 *       an unsatisfiable core (Marques-Silva and Lynce, "On improving MUS extraction algorithms", SAT 2011); none of its
 *       answers can be left out, but a smaller one may exist. What such reasons are worth: Darwiche and Hirth, "On the reasons
 *       behind decisions", ECAI 2020.
 *   <li><b>Disputes</b> ({@code Disputes}): the same formula with a switch at each rule that another source contradicts, for each
 *       direction in which one does.
 *   <li><b>The next question</b> ({@code NextQuestion}): expected information about the verdict, over fixed samples.
 * </ul>
 *
 * <p>Exact but for the order of questions. A {@code Workspace} belongs to one thread at a time and is built in some 20 ms; the
 * rest takes milliseconds. Called by the assessor behind {@link dev.stipple.assessment.Outlook}.
 */
@NullMarked
package dev.stipple.reasoning.outlook;

import org.jspecify.annotations.NullMarked;
