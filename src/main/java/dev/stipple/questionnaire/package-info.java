/** What can be asked, what was answered, and what is unknown. */
@NullMarked
package dev.stipple.questionnaire;

import org.jspecify.annotations.NullMarked;
