package dev.stipple.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The page that a stranger wanted, which their browser keeps: nothing is kept here of whoever only asks. */
final class WantedPage implements RequestCache {
    private final CookieRequestCache cookie = new CookieRequestCache();

    WantedPage() {
        cookie.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        cookie.saveRequest(request, response);
    }

    /** None where the cookie holds no address, and the cookie is taken away then. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            SavedRequest wanted = cookie.getRequest(request, response);
            return wanted == null || new URI(wanted.getRedirectUrl()).getRawPath() != null ? wanted : null;
        } catch (IllegalArgumentException | URISyntaxException noAddress) {
            cookie.removeRequest(request, response);
            return null;
        }
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            return cookie.getMatchingRequest(request, response);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        cookie.removeRequest(request, response);
    }
}
