package dev.stipple.cli.store;

/** The database cannot be opened; the message says why. */
public final class UnusableStore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    private UnusableStore(String why, boolean inUse) {
        super("The database cannot be opened: " + why);
        this.inUse = inUse;
    }

    public UnusableStore(String why) {
        this(why, false);
    }

    /** Another process has the file open. */
    public static UnusableStore inUse(String why) {
        return new UnusableStore(why + "\nAn H2 file is open to one process, so stop the service first.", true);
    }

    /** Whether another process has the file open, such as the service. */
    public boolean isInUse() {
        return inUse;
    }
}
