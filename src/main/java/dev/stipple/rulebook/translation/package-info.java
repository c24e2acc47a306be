/** What the rules say in other languages, in files beside them. */
@NullMarked
package dev.stipple.rulebook.translation;

import org.jspecify.annotations.NullMarked;
