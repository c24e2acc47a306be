/** What is open to everybody, and to the pages of which other sites. */
@NullMarked
package dev.stipple.access.open;

import org.jspecify.annotations.NullMarked;
