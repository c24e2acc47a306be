package dev.stipple.access.signin;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site has a browser send with a name and a password: a browser that was once asked for them
 * sends them along with any form. Keys and tokens are not sent by themselves.
 */
final class OtherSitesPages extends OncePerRequestFilter {
    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Refusal REFUSAL = new Refusal(
            HttpStatus.FORBIDDEN,
            "From another site",
            "A page of another site sent this with a remembered password; nothing was done.");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && hasPassword(request) && isOfAnother(request)) {
            REFUSAL.write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean hasPassword(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.regionMatches(true, 0, "Basic", 0, 5);
    }

    private static boolean isOfAnother(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        return site != null ? !OWN.contains(site) : isOfAnother(request.getHeader(HttpHeaders.ORIGIN), request);
    }

    /** Older browsers say where a form stands only. */
    private static boolean isOfAnother(@Nullable String origin, HttpServletRequest request) {
        try {
            return origin != null
                    && !Objects.equals(URI.create(origin).getAuthority(), request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException noOrigin) {
            return true;
        }
    }
}
