/** The database and the files beside it: keys, seals, backups, and how they are opened. What is kept in them is elsewhere. */
@NullMarked
package dev.stipple.store;

import org.jspecify.annotations.NullMarked;
