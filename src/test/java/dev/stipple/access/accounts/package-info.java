/** Tests of accounts and keys as they are kept. */
@NullMarked
package dev.stipple.access.accounts;

import org.jspecify.annotations.NullMarked;
