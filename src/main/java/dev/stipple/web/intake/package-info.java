/** The intake, which asks one question at a time and explains its answer. */
@NullMarked
package dev.stipple.web.intake;

import org.jspecify.annotations.NullMarked;
