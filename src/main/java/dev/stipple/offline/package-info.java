/**
 * A rulebook as files that interview, decide and explain in a browser, without a service and without a network.
 *
 * <p>In: a rulebook. Out: a page, its style and the drawings as they are, and one script: the engine, a table with the rulebook in
 * no language, a table with the texts of each language, and what shows all that. The tables are calls with an object, so that
 * a page opened from a disk can load them and a strict content security policy lets them pass.
 *
 * <ul>
 *   <li><b>The verdict</b> is read off the decision diagram ({@link dev.stipple.reasoning.diagram.DiagramTables}): the script
 *       walks from its root along what the answers leave open. Where each answer stands, the values that no rule tells apart
 *       and the ways in which a question comes to be asked are written into the tables, so that no reasoning is written
 *       twice.
 *   <li><b>The findings</b> come from the conditions of the rules, written as trees, which the script evaluates as {@link
 *       dev.stipple.rule.Evaluation} does. A small diagram for each rule would tell that it fires; the tree also tells which
 *       answers the finding stands on and, of an entry, what a wait counts down from.
 *   <li><b>Texts</b> are numbers in the tables: places in the list of each language, so that all languages share the rest.
 * </ul>
 *
 * <p>An entry of a repeating group whose questions are all answered is the class that the patterns put it in; only entries
 * that are known in part take one of the diagram's places. Where there are more of those than places, or more than 64 ways in
 * which questions can have come to be asked, the script leaves more open than the answers do: it may then show verdicts as
 * possible that are not, and never the other way round.
 *
 * <p>That the script says what the engine says is tested on made-up people, in Node.
 */
@NullMarked
package dev.stipple.offline;

import org.jspecify.annotations.NullMarked;
