package dev.stipple.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of an account that was closed, or given another role or password, since it signed in. */
final class StillAllowed extends OncePerRequestFilter {
    private final Users users;

    StillAllowed(Users users) {
        this.users = users;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/console");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person instanceof UsernamePasswordAuthenticationToken && !isAllowed(person)) {
            new SecurityContextLogoutHandler().logout(request, response, person);
        }
        chain.doFilter(request, response);
    }

    private boolean isAllowed(Authentication person) {
        try {
            UserDetails now = users.loadUserByUsername(person.getName());
            return now.isEnabled() && person.getAuthorities().containsAll(now.getAuthorities());
        } catch (UsernameNotFoundException e) {
            return false;
        }
    }
}
