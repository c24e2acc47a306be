package dev.stipple.web.console;

import dev.stipple.web.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Tells each page of the console who is signed in and where they may go. */
@Component
public class ConsoleFrame implements HandlerInterceptor {
    private final RoleHierarchy hierarchy;

    ConsoleFrame(RoleHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** Whether somebody has this role, or one that implies it. */
    public boolean has(Authentication person, String role) {
        return roles(person).contains(role);
    }

    private List<String> roles(Authentication person) {
        return hierarchy.getReachableGrantedAuthorities(person.getAuthorities()).stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> String.valueOf(authority).replace("ROLE_", ""))
                .toList();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && PageFrame.isShown(page)) {
            around(page, request);
        }
    }

    /** The same for pages that tell what went wrong. */
    void around(ModelAndView page, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication person) {
            page.addObject("user", person.getName());
            page.addObject("roles", roles(person));
            page.addObject("hasPassword", !(person instanceof OAuth2AuthenticationToken));
            page.addObject("list", Worklist.of(request));
        }
    }
}
