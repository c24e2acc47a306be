package dev.stipple.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.security.web.RedirectStrategy;

/** Leads to a page of this service without naming the service, whatever address the request gave it. */
final class RelativeRedirects implements RedirectStrategy {
    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        URI page = URI.create(address);
        String query = page.getRawQuery();
        response.sendRedirect(page.getRawPath().replaceFirst("^/+", "/") + (query == null ? "" : "?" + query));
    }
}
