package dev.stipple.access.address;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no client say what the service is called. Everything that makes an address, such as the link to go on with a form,
 * sees the configured one; where none is, a {@code Host} of this machine, or else where the connection arrived.
 */
final class OwnAddress extends OncePerRequestFilter {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<PublicAddress> configured;

    OwnAddress(Optional<PublicAddress> configured) {
        this.configured = configured;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Addressed(request, configured.orElseGet(() -> reached(request))), response);
    }

    private static PublicAddress reached(HttpServletRequest request) {
        String host = request.getServerName();
        return THIS_MACHINE.contains(host)
                ? new PublicAddress(request.getScheme(), host, request.getServerPort())
                : new PublicAddress(request.getScheme(), literal(request.getLocalAddr()), request.getLocalPort());
    }

    private static String literal(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /** A request that was sent to this address. */
    private static final class Addressed extends HttpServletRequestWrapper {
        private final PublicAddress address;

        private Addressed(HttpServletRequest request, PublicAddress address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getScheme() {
            return address.scheme();
        }

        @Override
        public String getServerName() {
            return address.host();
        }

        @Override
        public int getServerPort() {
            return address.port();
        }

        @Override
        public boolean isSecure() {
            return address.scheme().equals("https");
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(address.origin()).append(getRequestURI());
        }
    }
}
