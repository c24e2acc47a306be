/** What the renewal of keys promises. */
@NullMarked
package dev.stipple.store.renewal;

import org.jspecify.annotations.NullMarked;
