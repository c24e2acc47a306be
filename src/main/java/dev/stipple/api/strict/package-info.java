/** What holds for every request before a controller sees it: nothing of it is guessed, converted or passed over. */
@NullMarked
package dev.stipple.api.strict;

import org.jspecify.annotations.NullMarked;
