package dev.stipple.access.signin;

import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a passkey that cannot be kept, which is otherwise taken for a fault of the service. */
final class PasskeyFaults extends OncePerRequestFilter {
    private static final RequestMatcher MAKING =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/webauthn/register");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !MAKING.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidAccount e) {
            refuse(String.valueOf(e.getMessage()), request, response);
        } catch (IllegalArgumentException e) {
            refuse("This is no passkey that was asked for, or one that is kept already.", request, response);
        }
    }

    private static void refuse(String problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid passkey", problem).write(request, response);
    }
}
