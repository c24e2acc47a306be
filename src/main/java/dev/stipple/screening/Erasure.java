package dev.stipple.screening;

import dev.stipple.store.audit.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown of an erasure.
 *
 * @param entry the entry of the audit log that says who erased when
 * @param left how many rows still hold something of the person, or anything to find or open it by; counted just now
 * @param keysDestroyed since when no key is left that opens anything of the person in any file; null while there is one
 */
public record Erasure(AuditEntry entry, int left, @Nullable Instant keysDestroyed) {}
