package dev.stipple.rule;

/** What is decided about a person, strictest first. */
public enum Verdict {
    NOT_SUITABLE,
    MEDICAL_CLEARANCE,
    DEFER,
    SUITABLE_WITH_CONDITIONS,
    SUITABLE,
    /** More than one verdict is still possible, or a factor has not spoken. */
    UNDECIDED
}
