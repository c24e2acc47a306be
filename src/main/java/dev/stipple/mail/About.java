package dev.stipple.mail;

/** What a mail is about. */
public enum About {
    DECIDED("decided"),
    /** A question that is put to the person. */
    SENT_BACK("sentBack"),
    /** Something of theirs falls due. */
    DUE("due");

    private final String key;

    About(String key) {
        this.key = key;
    }

    /** Under what its text stands in the file. */
    String key() {
        return key;
    }
}
