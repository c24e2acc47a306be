package dev.stipple.access.signin;

import dev.stipple.access.accounts.SignInAttempts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Tries a name and a password, on the page and as HTTP Basic, where not too many were tried before. */
final class PasswordSignIn implements AuthenticationProvider {
    private final SignInAttempts attempts;
    private final DaoAuthenticationProvider passwords;

    PasswordSignIn(SignInAttempts attempts, DaoAuthenticationProvider passwords) {
        this.attempts = attempts;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        if (!(sent.getDetails() instanceof WebAuthenticationDetails details)) {
            throw new IllegalStateException("a sign-in without an address");
        }
        attempts.begin(sent.getName(), details.getRemoteAddress()).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        Authentication person = passwords.authenticate(sent);
        attempts.succeeded(sent.getName(), details.getRemoteAddress());
        return person;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }
}
