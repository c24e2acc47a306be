/** Everything that is kept, in one file. */
@NullMarked
package dev.stipple.store.backup;

import org.jspecify.annotations.NullMarked;
