/**
 * Kept assessments: where they are stored, who saw and changed them, what people decided, and how they are forgotten.
 */
@NullMarked
package dev.stipple.screening;

import org.jspecify.annotations.NullMarked;
