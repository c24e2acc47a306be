package dev.stipple.store.backup;

/** A backup cannot be written or taken back; the message says why. */
public final class InvalidBackup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidBackup(String message) {
        super(message);
    }
}
