package dev.stipple.access.signin;

import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells programs as problem details (RFC 9457) that they may not; that nobody can tell who they are is another problem. */
final class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final SecondFactor secondFactor;

    ProblemResponses(SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        if (problem instanceof AuthenticationServiceException) {
            throw problem;
        }
        if (problem instanceof TooManyAttempts guesses) {
            long seconds = guesses.pause().toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            new Refusal(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "Too many attempts",
                            "Too many passwords were tried; the next one is tried in " + seconds + " seconds.")
                    .write(request, response);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                problem instanceof OAuth2AuthenticationException
                        ? "Bearer realm=\"stipple\", error=\"invalid_token\""
                        : "Basic realm=\"stipple\"");
        new Refusal(HttpStatus.UNAUTHORIZED, "Not signed in", remedy(request, problem)).write(request, response);
    }

    private static String remedy(HttpServletRequest request, AuthenticationException problem) {
        if (request.getHeader(ApiKeys.HEADER) != null) {
            return "This key is unknown or was withdrawn; an administrator makes another one.";
        }
        if (problem instanceof OAuth2AuthenticationException) {
            return "This token has ended, or is not one that the provider made for this service; ask it for another one.";
        }
        String sent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        if (sent.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "No account has this name and password.";
        }
        return sent.isEmpty()
                ? "Send a key as X-API-Key, an account's name and password as HTTP Basic, or a token as Bearer."
                : "This service takes no tokens or other Authorization than HTTP Basic; send a key as X-API-Key.";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        new Refusal(HttpStatus.FORBIDDEN, "Not allowed", reason(person)).write(request, response);
    }

    private String reason(@Nullable Authentication person) {
        if (secondFactor.isMissing(person) || secondFactor.isToBeMade(person)) {
            return "This account needs its passkey, which only the console can ask for; use a key for programs.";
        }
        return Users.mustChangePassword(person)
                ? "This password works once; choose another one with PUT /api/v1/account/password."
                : "Your role does not allow this.";
    }
}
