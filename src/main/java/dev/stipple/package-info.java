/** Stipple: decides in the open whether a treatment suits a person, and says why. */
@NullMarked
package dev.stipple;

import org.jspecify.annotations.NullMarked;
