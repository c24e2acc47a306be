package dev.stipple.screening.kept;

/** Where a screening stands. */
public enum Status {
    /** Nobody has decided yet. */
    WAITING,
    /** A consultant asked for more before deciding. */
    SENT_BACK,
    /** A consultant confirmed the verdict or overruled it. */
    DECIDED,
    /** Everything the person entered is gone for good. */
    ERASED
}
