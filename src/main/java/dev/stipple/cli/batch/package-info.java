/** Commands about many people. */
@NullMarked
package dev.stipple.cli.batch;

import org.jspecify.annotations.NullMarked;
