package dev.stipple.screening.kept;

/** What the person entered was erased; nothing can be read or changed any more. */
public final class ErasedScreening extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ErasedScreening() {
        super("Everything kept under this reference was erased.");
    }
}
