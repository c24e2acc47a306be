/** Letters and photos that people send to what is kept of them. In: files that were made harmless. Out: the same, opened. */
@NullMarked
package dev.stipple.screening.uploads;

import org.jspecify.annotations.NullMarked;
