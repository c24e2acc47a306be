/** How a request is turned away before any controller sees it, in the form that its door speaks. */
@NullMarked
package dev.stipple.access.refusals;

import org.jspecify.annotations.NullMarked;
