/** Counterfactuals: the smallest changes of answers that lead to another verdict. */
@NullMarked
package dev.stipple.reasoning.change;

import org.jspecify.annotations.NullMarked;
