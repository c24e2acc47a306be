/** Under which address the service is known to others. */
@NullMarked
package dev.stipple.access.address;

import org.jspecify.annotations.NullMarked;
