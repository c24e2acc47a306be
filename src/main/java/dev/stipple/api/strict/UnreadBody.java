package dev.stipple.api.strict;

/** A body was sent to an address that reads none. */
public final class UnreadBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadBody() {
        super("This address reads no body; leave it out.");
    }
}
