/** Questionnaire and rules as formulas over finite domains. */
@NullMarked
package dev.stipple.reasoning.space;

import org.jspecify.annotations.NullMarked;
