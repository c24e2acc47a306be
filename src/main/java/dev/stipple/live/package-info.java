/** The rules in use: loaded, watched, reloaded, the turns in which they assess, and the meters of what they say. */
@NullMarked
package dev.stipple.live;

import org.jspecify.annotations.NullMarked;
