/** A rules folder becomes one immutable rulebook that fires on answers. The only package that knows Drools. */
@NullMarked
package dev.stipple.rulebook;

import org.jspecify.annotations.NullMarked;
