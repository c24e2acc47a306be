/** Tests of what is kept. */
@NullMarked
package dev.stipple.screening;

import org.jspecify.annotations.NullMarked;
