/** What can be asked: the questions, their groups, options and bounds, and the file that holds them. */
@NullMarked
package dev.stipple.questionnaire;

import org.jspecify.annotations.NullMarked;
