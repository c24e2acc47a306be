/** Who is waiting. */
@NullMarked
package dev.stipple.web.console.queue;

import org.jspecify.annotations.NullMarked;
