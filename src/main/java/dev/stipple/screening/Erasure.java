package dev.stipple.screening;

import dev.stipple.store.AuditEntry;

/**
 * What can be shown of an erasure.
 *
 * @param entry the entry of the audit log that says who erased when
 * @param left how many rows still hold something of the person, or anything to find or open it by; counted just now
 */
public record Erasure(AuditEntry entry, int left) {}
