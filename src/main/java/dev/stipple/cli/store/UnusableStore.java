package dev.stipple.cli.store;

/** The database cannot be opened; the message says why. */
public final class UnusableStore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableStore(String why) {
        super("The database cannot be opened: " + why
                + "\nAn H2 file is open to one process, so stop the service first.");
    }
}
