/** Tests of the address that the service gives of itself. */
@NullMarked
package dev.stipple.access.address;

import org.jspecify.annotations.NullMarked;
