/** What keys and seals promise. */
@NullMarked
package dev.stipple.store.keys;

import org.jspecify.annotations.NullMarked;
