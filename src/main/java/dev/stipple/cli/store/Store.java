package dev.stipple.cli.store;

import dev.stipple.screening.Screenings;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.audit.SealNotes;
import dev.stipple.store.backup.Backup;
import dev.stipple.store.backup.Restore;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.store.renewal.KeyRenewal;

/** What is kept, opened for a command. */
public record Store(
        AuditLog audit,
        SealNotes notes,
        Backup backup,
        Restore restore,
        Screenings screenings,
        MasterKeys masters,
        KeyRenewal renewal,
        Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
