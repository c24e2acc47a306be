/** What several commands take: rules folders and files of people. */
@NullMarked
package dev.stipple.cli.arguments;

import org.jspecify.annotations.NullMarked;
