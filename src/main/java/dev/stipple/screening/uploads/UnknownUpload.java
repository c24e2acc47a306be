package dev.stipple.screening.uploads;

/** There is no such file of this person. */
public final class UnknownUpload extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownUpload() {
        super("There is no such file.");
    }
}
