/** Boolean formulas and their deciding: and-inverter graph, Tseitin encoding, incremental SAT solver, bit-parallel simulation, hitting sets. */
@NullMarked
package dev.stipple.reasoning.formula;

import org.jspecify.annotations.NullMarked;
