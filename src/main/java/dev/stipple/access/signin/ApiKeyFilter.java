package dev.stipple.access.signin;

import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program in that sends a key as {@code X-API-Key}; one that does not work is refused at once, and so is whoever sends
 * another identity beside it.
 */
final class ApiKeyFilter extends OncePerRequestFilter {
    private final ApiKeys keys;
    private final AuthenticationEntryPoint refusal;

    ApiKeyFilter(ApiKeys keys, AuthenticationEntryPoint refusal) {
        this.keys = keys;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (said(request, ApiKeys.HEADER) + said(request, HttpHeaders.AUTHORIZATION) > 1) {
            new Refusal(
                            HttpStatus.BAD_REQUEST,
                            "Two identities",
                            "This says twice who is asking; send one of them, as X-API-Key or as Authorization.")
                    .write(request, response);
            return;
        }
        String sent = request.getHeader(ApiKeys.HEADER);
        if (sent == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKeys.ApiKey> key = keys.find(sent);
        if (key.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("this key does not work"));
            return;
        }
        var authorities = List.of(new SimpleGrantedAuthority(key.get().role().authority()));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "key:" + key.get().name(), null, authorities));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static int said(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).size();
    }
}
