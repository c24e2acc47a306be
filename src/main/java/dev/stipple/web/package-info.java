/** The pages: the intake, which asks one question at a time and explains its answer. */
@NullMarked
package dev.stipple.web;

import org.jspecify.annotations.NullMarked;
