/** Commands of rule authors. */
@NullMarked
package dev.stipple.cli.author;

import org.jspecify.annotations.NullMarked;
