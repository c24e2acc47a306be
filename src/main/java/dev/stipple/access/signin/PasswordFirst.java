package dev.stipple.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Leads who signed in with a one-time password to where another one is chosen, and whose session ended over a form to the
 * sign-in; refuses everybody else.
 */
final class PasswordFirst implements AccessDeniedHandler {
    static final String PAGE = "/account/password";

    private static final String SESSION_ENDED = "/login?ended";

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException, ServletException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (Users.mustChangePassword(person)) {
            response.sendRedirect(request.getContextPath() + PAGE);
        } else if (person == null && problem instanceof CsrfException) {
            response.sendRedirect(request.getContextPath() + SESSION_ENDED);
        } else {
            refusal.handle(request, response, problem);
        }
    }
}
