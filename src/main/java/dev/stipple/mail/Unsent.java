package dev.stipple.mail;

/** Why a server did not take a mail. */
public enum Unsent {
    NO_CONNECTION("no connection", false),
    NO_ANSWER("no answer in time", false),
    SIGN_IN_REFUSED("the sign-in was refused", false),
    ADDRESS_REFUSED("the address was refused", true),
    NOT_TAKEN("the mail was not taken", false);

    private final String problem;
    private final boolean alone;

    Unsent(String problem, boolean alone) {
        this.problem = problem;
        this.alone = alone;
    }

    /** What went wrong, in words that hold nothing of the server's answer. */
    public String problem() {
        return problem;
    }

    /** Whether the server may take other mails all the same. */
    public boolean isAlone() {
        return alone;
    }
}
