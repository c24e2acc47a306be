/** What people write and read: files with places and faults in them, and wording in each language. */
@NullMarked
package dev.stipple.text;

import org.jspecify.annotations.NullMarked;
