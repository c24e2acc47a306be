/**
 * Boolean formulas and how they are decided; knows nothing of questions or rules.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><td>{@link dev.stipple.reasoning.formula.Formula}</td><td>an and-inverter graph with structural hashing: equal
 * conjunctions are one node, negation is a bit of the literal (Kuehlmann and Krohm, "Equivalence checking using cuts and
 * heaps", DAC 1997); a node that is there is found in constant time</td></tr>
 * <tr><td>{@link dev.stipple.reasoning.formula.Solver}</td><td>the Tseitin encoding of the nodes that a question needs
 * ("On the complexity of derivation in propositional calculus", 1968), each once, with full equivalences, for an incremental
 * solver under assumptions that gives unsatisfiable cores (Eén and Sörensson, "An extensible SAT-solver", SAT 2003). Domains
 * travel with their variables. A call on the shipped rules takes tens of microseconds; 5 seconds are its limit</td></tr>
 * <tr><td>{@link dev.stipple.reasoning.formula.ParallelAssignments}</td><td>three-valued simulation, 64 assignments a word
 * and two planes a node (dual-rail encoding, as in Bryant, "Boolean analysis of MOS circuits", 1987), over a
 * {@link dev.stipple.reasoning.formula.ConeOfInfluence}; linear in the nodes of the cone</td></tr>
 * <tr><td>{@link dev.stipple.reasoning.formula.HittingSets}</td><td>all minimum hitting sets by size; exponential in that
 * size, which is small here</td></tr>
 * <tr><td>{@link dev.stipple.reasoning.formula.Counter}</td><td>how many literals hold: a sequential counter (Sinz, "Towards
 * an optimal CNF encoding of Boolean cardinality constraints", CP 2005), built bound by bound</td></tr>
 * <tr><td>{@link dev.stipple.reasoning.formula.Deadline}</td><td>an end that is checked between and inside of calls</td></tr>
 * </table>
 *
 * <p>In: literals. Out: satisfiable or not, a model or a core. Called by every other room of the reasoning.
 */
@NullMarked
package dev.stipple.reasoning.formula;

import org.jspecify.annotations.NullMarked;
