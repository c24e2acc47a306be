package dev.stipple.api;

/** A parameter that is not read, or not as it was given. Its message, which may be logged, tells neither name nor value. */
final class UnusableParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    UnusableParameter(String detail) {
        super("a parameter that is not read as it was given");
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
