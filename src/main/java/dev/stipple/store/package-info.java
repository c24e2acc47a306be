/** The database and the files beside it. */
@NullMarked
package dev.stipple.store;

import org.jspecify.annotations.NullMarked;
