package dev.stipple.api.strict;

/** A body of JSON that is not UTF-8, though it does not say so. */
public final class OtherCharset extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherCharset() {
        super("JSON is UTF-8 (RFC 8259); send it so.");
    }
}
