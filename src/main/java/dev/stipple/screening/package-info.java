/**
 * Kept assessments: where they are stored, who saw and changed them, what people decided, and how they are forgotten; and
 * forms that are half filled in.
 */
@NullMarked
package dev.stipple.screening;

import org.jspecify.annotations.NullMarked;
