package dev.stipple.intake;

/** As many drafts are open as may be. */
public final class TooManyDrafts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyDrafts(int most) {
        super("There are " + most + " open drafts, and no more are taken; try again once some have been finished.");
    }
}
