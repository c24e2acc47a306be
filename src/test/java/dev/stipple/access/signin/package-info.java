/** Tests of who gets in, and how far. */
@NullMarked
package dev.stipple.access.signin;

import org.jspecify.annotations.NullMarked;
