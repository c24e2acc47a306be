/** The consultant's pages: who waits, why each verdict came out, and what was decided. */
@NullMarked
package dev.stipple.web.console;

import org.jspecify.annotations.NullMarked;
