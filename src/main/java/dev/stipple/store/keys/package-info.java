/**
 * Keys: the master key, the file of keys that stands beside each database, the key of a person, and the seals of rows.
 */
@NullMarked
package dev.stipple.store.keys;

import org.jspecify.annotations.NullMarked;
