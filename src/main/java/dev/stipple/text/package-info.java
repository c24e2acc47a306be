/** What people write: files with places and faults in them. */
@NullMarked
package dev.stipple.text;

import org.jspecify.annotations.NullMarked;
