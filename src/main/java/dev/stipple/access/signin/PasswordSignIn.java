package dev.stipple.access.signin;

import dev.stipple.access.accounts.SignInAttempt;
import dev.stipple.access.accounts.SignInAttempts;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Tries a name and a password, on the page and as HTTP Basic, where not too many were tried before. To hash a password takes
 * a processor a good while: those from where the account never signed in take turns, so that however many addresses guess
 * at once, half the processors are left to everybody else.
 */
final class PasswordSignIn implements AuthenticationProvider {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** How many may wait, each of them on a thread of the service. */
    private static final int MOST_WAITING = 16;

    private final SignInAttempts attempts;
    private final DaoAuthenticationProvider passwords;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    PasswordSignIn(SignInAttempts attempts, DaoAuthenticationProvider passwords) {
        this.attempts = attempts;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        if (!(sent.getDetails() instanceof WebAuthenticationDetails details)) {
            throw new IllegalStateException("a sign-in without an address");
        }
        String address = details.getRemoteAddress();
        return attempts.isKnownAt(sent.getName(), address) ? tried(sent, address) : inTurn(sent, address);
    }

    /** An attempt whose turn does not come is not counted, as nothing was tried. */
    private Authentication inTurn(Authentication sent, String address) {
        if (!hasTurn()) {
            throw new TooManyAttempts(LONGEST);
        }
        try {
            return tried(sent, address);
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.getQueueLength() < MOST_WAITING && turns.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Authentication tried(Authentication sent, String address) {
        SignInAttempt attempt = attempts.begin(sent.getName(), address);
        if (attempt instanceof SignInAttempt.TooMany refused) {
            throw new TooManyAttempts(refused.after());
        }
        Authentication person = passwords.authenticate(sent);
        attempts.succeeded((SignInAttempt.Counted) attempt);
        return person;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }
}
