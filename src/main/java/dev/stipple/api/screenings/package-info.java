/** The JSON API for kept screenings, and for those who look after them. */
@NullMarked
package dev.stipple.api.screenings;

import org.jspecify.annotations.NullMarked;
