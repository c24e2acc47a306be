/** The values of what is kept of people, and plain failures. */
@NullMarked
package dev.stipple.screening.kept;

import org.jspecify.annotations.NullMarked;
