package dev.stipple.screening.kept;

/** Somebody else changed the screening since it was read; nothing was overwritten. */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int version;

    public ChangedMeanwhile(int version) {
        super("Somebody else changed this screening meanwhile; it is at version " + version
                + " now. Read it again, then repeat your change.");
        this.version = version;
    }

    /** The version it is at now. */
    public int version() {
        return version;
    }
}
