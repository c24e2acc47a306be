/** Half-filled forms of people: kept encrypted under their link, for a while. */
@NullMarked
package dev.stipple.intake;

import org.jspecify.annotations.NullMarked;
