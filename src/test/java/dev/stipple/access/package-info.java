/** Tests of who may do what. */
@NullMarked
package dev.stipple.access;

import org.jspecify.annotations.NullMarked;
