package dev.stipple.access.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sessions of accounts that may still act. Whoever asks who has sent a request, whatever its path, is told nobody, and the
 * session ends, where the account was closed or given another role or password since it signed in, here or at another
 * service. Only an error page is told without asking, as it shows nothing and has to be shown without the database too.
 */
final class LiveSessions implements SecurityContextRepository {
    /** How long a session lasts in which nobody has signed in. */
    static final Duration OF_STRANGERS = Duration.ofMinutes(10);

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Users users;

    LiveSessions(Users users) {
        this.users = users;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        DeferredSecurityContext kept = sessions.loadDeferredContext(request);
        return request.getDispatcherType() == DispatcherType.ERROR ? kept : new Asked(kept, request);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // the interface demands it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
        HttpSession session = request.getSession(false);
        if (session != null && context.getAuthentication() != null) {
            session.setMaxInactiveInterval(
                    (int) Duration.ofMinutes(request.getServletContext().getSessionTimeout())
                            .toSeconds());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }

    /** Asks once a request, and only where somebody wants to know. */
    private final class Asked implements DeferredSecurityContext {
        private final DeferredSecurityContext kept;
        private final SingletonSupplier<SecurityContext> live;

        private Asked(DeferredSecurityContext kept, HttpServletRequest request) {
            this.kept = kept;
            this.live = SingletonSupplier.of(() -> live(kept.get(), request));
        }

        @Override
        public SecurityContext get() {
            return live.obtain();
        }

        @Override
        public boolean isGenerated() {
            return kept.isGenerated();
        }

        private SecurityContext live(SecurityContext context, HttpServletRequest request) {
            Authentication person = context.getAuthentication();
            if (person == null || !Users.isAccount(person) || users.isCurrent(person)) {
                return context;
            }
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            return SecurityContextHolder.createEmptyContext();
        }
    }
}
