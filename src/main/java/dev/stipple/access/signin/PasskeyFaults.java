package dev.stipple.access.signin;

import com.webauthn4j.util.exception.WebAuthnException;
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
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;

/**
 * Says what is wrong with a passkey. Spring Security refuses some without a word, and takes others for a fault of the service:
 * {@code null}, one with parts missing, and one that cannot be kept.
 */
final class PasskeyFaults extends OncePerRequestFilter {
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher SIGN_IN = PATHS.matcher("/login/webauthn");
    private static final RequestMatcher DOORS = new OrRequestMatcher(SIGN_IN, PATHS.matcher("/webauthn/**"));
    private static final RequestMatcher QUESTIONS = PATHS.matcher(HttpMethod.POST, "/webauthn/*/options");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !DOORS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (QUESTIONS.matches(request) && request.getInputStream().read() >= 0) {
            refuse("Nothing is read here; send this without a body.", request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
            HttpStatus wordless = SIGN_IN.matches(request) ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
            if (response.getStatus() == wordless.value() && !response.isCommitted()) {
                refuse(wordless, request, response);
            }
        } catch (InvalidAccount e) {
            refuse(String.valueOf(e.getMessage()), request, response);
        } catch (IllegalArgumentException | NullPointerException | JacksonException | WebAuthnException e) {
            refuse(HttpStatus.UNPROCESSABLE_CONTENT, request, response);
        }
    }

    private static void refuse(String problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid passkey", problem).write(request, response);
    }

    private static void refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new Refusal(
                        status,
                        "Invalid passkey",
                        "This passkey cannot be taken: it was not asked for, is kept already, or is not known here. Ask again,"
                                + " and send as a JSON object what the browser makes of the question.")
                .write(request, response);
    }
}
