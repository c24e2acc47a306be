/** Tests of the console: people who work in it with a browser. */
@NullMarked
package dev.stipple.web.console;

import org.jspecify.annotations.NullMarked;
