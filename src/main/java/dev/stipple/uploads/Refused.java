package dev.stipple.uploads;

/** A file is not taken. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        EMPTY,
        TOO_LARGE,
        /** A picture as phones of Apple keep it, which is not read here. */
        HEIC,
        OTHER_KIND,
        /** A document where a photo is wanted. */
        NO_PHOTO,
        TOO_MANY_PIXELS,
        BROKEN,
        /** The person has as many files as may be kept. */
        TOO_MANY,
        /** Too many others send files just now. */
        BUSY
    }

    private final Why why;

    public Refused(Why why) {
        super("The file is refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
