package dev.stipple.rule;

/** What a fired rule does to the verdict, strictest first. */
public enum Effect {
    NOT_SUITABLE(Verdict.NOT_SUITABLE),
    MEDICAL_CLEARANCE(Verdict.MEDICAL_CLEARANCE),
    DEFER(Verdict.DEFER),
    CONDITIONS(Verdict.SUITABLE_WITH_CONDITIONS),
    SUPPORTS(Verdict.SUITABLE);

    private final Verdict verdict;

    Effect(Verdict verdict) {
        this.verdict = verdict;
    }

    /** The verdict where no rule with a stricter effect fires. */
    public Verdict verdict() {
        return verdict;
    }

    /** Whether it goes by itself in time, so that a rule with it can say how long to wait. */
    public boolean waits() {
        return this == DEFER;
    }

    /** Whether a rule with this effect stands in the way of going ahead now. */
    public boolean objects() {
        return compareTo(CONDITIONS) < 0;
    }
}
