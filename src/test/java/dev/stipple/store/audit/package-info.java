/** What the audit log promises. */
@NullMarked
package dev.stipple.store.audit;

import org.jspecify.annotations.NullMarked;
