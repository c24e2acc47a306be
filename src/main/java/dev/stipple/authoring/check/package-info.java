/** Every mistake in a rules folder, with its place and what mends it; scaffolds of what is missing. */
@NullMarked
package dev.stipple.authoring.check;

import org.jspecify.annotations.NullMarked;
