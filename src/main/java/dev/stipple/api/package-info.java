/** The JSON API: translates HTTP to the assessor and back, nothing more. */
@NullMarked
package dev.stipple.api;

import org.jspecify.annotations.NullMarked;
