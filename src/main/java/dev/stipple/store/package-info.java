/** The database and what protects it: keys, sealing, the audit log, backups. */
@NullMarked
package dev.stipple.store;

import org.jspecify.annotations.NullMarked;
