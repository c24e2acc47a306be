package dev.stipple.access.signin;

import dev.stipple.access.accounts.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Notes who signs in and slows down who guesses. */
@Component
class SignIns {
    private final Accounts accounts;

    SignIns(Accounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        accounts.signedIn(event.getAuthentication().getName());
    }

    @EventListener
    void forgive(AuthenticationSuccessEvent event) {
        accounts.forgive(event.getAuthentication().getName());
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        accounts.failed(event.getAuthentication().getName());
    }
}
