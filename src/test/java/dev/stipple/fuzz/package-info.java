/**
 * Texts that somebody else wrote, mutated by Jazzer: what reads them tells what is wrong, or reads what is meant. {@link
 * dev.stipple.fuzz.Fuzz} looks for new ones; {@link dev.stipple.fuzz.CorpusTest} tries those that are kept.
 */
@NullMarked
package dev.stipple.fuzz;

import org.jspecify.annotations.NullMarked;
