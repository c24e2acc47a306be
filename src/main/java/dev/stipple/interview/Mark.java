package dev.stipple.interview;

/** What a person said of a line. */
public enum Mark {
    YES,
    NO,
    /** Nothing yet, or that they are not sure. */
    OPEN
}
