/** Accounts of people and keys of programs, as they are kept. */
@NullMarked
package dev.stipple.access.accounts;

import org.jspecify.annotations.NullMarked;
