/** One rule explained, and why a rule did not fire. */
@NullMarked
package dev.stipple.explain;

import org.jspecify.annotations.NullMarked;
