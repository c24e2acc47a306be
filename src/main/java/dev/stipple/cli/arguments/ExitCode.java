package dev.stipple.cli.arguments;

/** What the process tells by its exit code. */
public final class ExitCode {
    public static final int DONE = 0;

    /** A check or a test failed, or lines of a batch were rejected. */
    public static final int FAILED = 1;

    public static final int UNUSABLE = 2;
    public static final int NO_RULEBOOK = 3;

    private ExitCode() {}
}
