/** Tests of what a request may cost. */
@NullMarked
package dev.stipple.access.limits;

import org.jspecify.annotations.NullMarked;
