/** Tests of what rule authors run. */
@NullMarked
package dev.stipple.authoring;

import org.jspecify.annotations.NullMarked;
