package dev.stipple.answers;

/** Whether a question is asked, as far as the answers so far tell. */
public enum Asked {
    YES,
    NO,
    /** It hangs on another question that is not answered yet. */
    OPEN
}
