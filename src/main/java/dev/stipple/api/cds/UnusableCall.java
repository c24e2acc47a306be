package dev.stipple.api.cds;

import org.springframework.http.HttpStatus;

/** A call of the hook that cannot be answered. */
final class UnusableCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    UnusableCall(HttpStatus status, String problem) {
        super(problem);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
