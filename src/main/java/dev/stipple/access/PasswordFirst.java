package dev.stipple.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Leads who signed in with a one-time password to where another one is chosen; refuses everybody else. */
final class PasswordFirst implements AccessDeniedHandler {
    static final String PAGE = "/account/password";

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException, ServletException {
        if (Users.mustChangePassword(SecurityContextHolder.getContext().getAuthentication())) {
            response.sendRedirect(request.getContextPath() + PAGE);
        } else {
            refusal.handle(request, response, problem);
        }
    }
}
