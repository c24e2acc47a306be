/**
 * Sums over all screenings, from what stands in the clear: no answer is opened and no seal looked at. Each is counted on the way
 * through an index alone, as far as that is as large as everything kept, so that none is slow where there is much.
 */
@NullMarked
package dev.stipple.screening.sums;

import org.jspecify.annotations.NullMarked;
