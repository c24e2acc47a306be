/** Tests of the API for kept screenings. */
@NullMarked
package dev.stipple.api.screenings;

import org.jspecify.annotations.NullMarked;
