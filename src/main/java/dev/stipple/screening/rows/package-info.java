/** The tables behind screenings. */
@NullMarked
package dev.stipple.screening.rows;

import org.jspecify.annotations.NullMarked;
