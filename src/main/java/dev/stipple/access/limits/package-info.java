/** What a request may cost, whoever sends it: the filters that it passes first. */
@NullMarked
package dev.stipple.access.limits;

import org.jspecify.annotations.NullMarked;
