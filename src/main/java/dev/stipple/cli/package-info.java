/** The command line: translates arguments and files, and prints. */
@NullMarked
package dev.stipple.cli;

import org.jspecify.annotations.NullMarked;
