/** Accounts, keys and the audit log over HTTP. */
@NullMarked
package dev.stipple.api.admin;

import org.jspecify.annotations.NullMarked;
