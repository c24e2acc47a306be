/** Rules that are tried by hand while they are edited: one scenario, and whose verdict changes. */
@NullMarked
package dev.stipple.studio.trial;

import org.jspecify.annotations.NullMarked;
