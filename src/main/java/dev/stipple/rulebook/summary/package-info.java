/** The texts of the short answer, as a file beside the rules says them. */
@NullMarked
package dev.stipple.rulebook.summary;

import org.jspecify.annotations.NullMarked;
