/** Commands about what is kept. */
@NullMarked
package dev.stipple.cli.store;

import org.jspecify.annotations.NullMarked;
