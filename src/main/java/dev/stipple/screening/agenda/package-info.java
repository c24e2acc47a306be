/** What is to come for people whose answers are kept, and what of it is done. */
@NullMarked
package dev.stipple.screening.agenda;

import org.jspecify.annotations.NullMarked;
