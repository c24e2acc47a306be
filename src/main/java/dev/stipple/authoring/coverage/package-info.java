/** What of the rules no scenario has seen, and people that would show it. */
@NullMarked
package dev.stipple.authoring.coverage;

import org.jspecify.annotations.NullMarked;
