/** The exact difference of two rulebooks. */
@NullMarked
package dev.stipple.reasoning.impact;

import org.jspecify.annotations.NullMarked;
