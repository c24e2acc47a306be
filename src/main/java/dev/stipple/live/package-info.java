/** The rules in use: loaded, watched, reloaded, and what every door shares of them. */
@NullMarked
package dev.stipple.live;

import org.jspecify.annotations.NullMarked;
