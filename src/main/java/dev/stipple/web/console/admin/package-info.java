/** Signing in, accounts and keys. */
@NullMarked
package dev.stipple.web.console.admin;

import org.jspecify.annotations.NullMarked;
