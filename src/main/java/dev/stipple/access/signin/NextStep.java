package dev.stipple.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Leads who has not signed in completely to the page that is next: to show the passkey, to choose a password in place of one
 * that works once, or to make a passkey; and whose session ended over a form to the sign-in. Refuses everybody else.
 */
final class NextStep implements AccessDeniedHandler {
    static final String PASSWORD = "/account/password";
    static final String MAKE_PASSKEY = "/account/passkey";
    static final String SHOW_PASSKEY = "/login/passkey";

    private static final String SIGN_IN = "/login";
    private static final String SESSION_ENDED = "/login?ended";

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();
    private final SecondFactor secondFactor;

    NextStep(SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException, ServletException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        Optional<String> next = problem instanceof CsrfException ? afterForgery(person) : step(person);
        if (next.isPresent()) {
            response.sendRedirect(request.getContextPath() + next.get());
        } else {
            refusal.handle(request, response, problem);
        }
    }

    private static Optional<String> afterForgery(@Nullable Authentication person) {
        return person == null ? Optional.of(SESSION_ENDED) : Optional.empty();
    }

    private Optional<String> step(@Nullable Authentication person) {
        if (secondFactor.isMissing(person)) {
            return Optional.of(SHOW_PASSKEY);
        }
        if (secondFactor.isPasswordMissing(person)) {
            return Optional.of(SIGN_IN);
        }
        if (Users.mustChangePassword(person)) {
            return Optional.of(PASSWORD);
        }
        return secondFactor.isToBeMade(person) ? Optional.of(MAKE_PASSKEY) : Optional.empty();
    }
}
