/** Who may do what: accounts, keys and roles, and the filters that every request passes before it reaches a door. */
@NullMarked
package dev.stipple.access;

import org.jspecify.annotations.NullMarked;
