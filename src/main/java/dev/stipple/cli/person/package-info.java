/** Commands about one person or one rule. */
@NullMarked
package dev.stipple.cli.person;

import org.jspecify.annotations.NullMarked;
