/** What one person has answered: read, checked against the questionnaire, and written again. */
@NullMarked
package dev.stipple.answers;

import org.jspecify.annotations.NullMarked;
