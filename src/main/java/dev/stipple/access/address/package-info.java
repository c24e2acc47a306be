/** Under which address the service is known to others, and under which a client is counted. */
@NullMarked
package dev.stipple.access.address;

import org.jspecify.annotations.NullMarked;
