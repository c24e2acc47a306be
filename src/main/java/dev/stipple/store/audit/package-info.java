/** The log of who saw and changed what, and the check of everything against it. */
@NullMarked
package dev.stipple.store.audit;

import org.jspecify.annotations.NullMarked;
