package dev.stipple.access.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A password was not tried, as too many were before it. */
final class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts to sign in");
        this.wait = wait;
    }

    /** After what time the next one is tried. */
    Duration pause() {
        return wait;
    }
}
