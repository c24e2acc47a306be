/** What a change of the rules does to people, as text for authors. */
@NullMarked
package dev.stipple.authoring.impact;

import org.jspecify.annotations.NullMarked;
