package dev.stipple.access.signin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.SignInAttempts;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Notes in the audit log who signs in, and whose password was wrong; forgets what attempts were counted long ago. */
@Component
class SignIns {
    private final Accounts accounts;
    private final SignInAttempts attempts;

    SignIns(Accounts accounts, SignInAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        attempts.forgetExpired();
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        accounts.signedIn(event.getAuthentication().getName());
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        accounts.failed(event.getAuthentication().getName());
    }
}
