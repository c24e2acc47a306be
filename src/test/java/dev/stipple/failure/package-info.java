/** What goes on, what says that it does not, and what comes back by itself when something around the service fails. */
@NullMarked
package dev.stipple.failure;

import org.jspecify.annotations.NullMarked;
