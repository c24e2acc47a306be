package dev.stipple.store.keys;

/** A row of the database is not as it was written; the message names it. */
public final class Altered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Altered(String row) {
        super("The row of " + row + " was altered in the database by something else than this service."
                + " It is not used; stipple audit verify tells what else was.");
    }
}
