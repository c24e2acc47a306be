/** How people and programs say who they are, and which requests need which role. */
@NullMarked
package dev.stipple.access.signin;

import org.jspecify.annotations.NullMarked;
