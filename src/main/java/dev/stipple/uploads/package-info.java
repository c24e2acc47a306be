/**
 * What people send as files, made harmless. In: any bytes. Out: a picture that is encoded anew and holds nothing but what it
 * shows, or a PDF as it came; anything else is refused with the reason.
 */
@NullMarked
package dev.stipple.uploads;

import org.jspecify.annotations.NullMarked;
