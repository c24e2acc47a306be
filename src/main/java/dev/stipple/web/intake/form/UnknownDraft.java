package dev.stipple.web.intake.form;

/** No draft is kept under this token, or not any more. */
public final class UnknownDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String token;

    public UnknownDraft(String token) {
        super("There is no such form, or it is not kept any more.");
        this.token = token;
    }

    /** Under which there is no draft. */
    public String token() {
        return token;
    }
}
