/** Drools: compiled rules, their cache, and firing. */
@NullMarked
package dev.stipple.rulebook.engine;

import org.jspecify.annotations.NullMarked;
