package dev.stipple.screening.kept;

/** An idempotency key was used before, with something else. */
public final class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyReused() {
        super(
                "This Idempotency-Key was used before with another body or other parameters; use a new one for a new screening.");
    }
}
