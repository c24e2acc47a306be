/** Accounts of people and keys of programs, as they are kept, and how often a password was tried. */
@NullMarked
package dev.stipple.access.accounts;

import org.jspecify.annotations.NullMarked;
