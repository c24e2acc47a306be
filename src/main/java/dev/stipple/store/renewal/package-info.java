/** How keys are replaced, so that what was erased can be opened by none that is left. */
@NullMarked
package dev.stipple.store.renewal;

import org.jspecify.annotations.NullMarked;
