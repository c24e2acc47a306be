/** One screening: why, what would change it, what was decided, and its erasure. */
@NullMarked
package dev.stipple.web.console.detail;

import org.jspecify.annotations.NullMarked;
