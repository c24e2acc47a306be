/** Proofs about all complete answers, and the cross-check of the formulas against Drools. */
@NullMarked
package dev.stipple.reasoning.proof;

import org.jspecify.annotations.NullMarked;
