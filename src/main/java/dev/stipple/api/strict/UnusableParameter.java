package dev.stipple.api.strict;

/** A parameter that is not read, or not as it was given. Its message, which may be logged, tells neither name nor value. */
public final class UnusableParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    UnusableParameter(String detail) {
        super("a parameter that is not read as it was given");
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
