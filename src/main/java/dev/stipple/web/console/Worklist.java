package dev.stipple.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the queue that somebody works through. It is kept in their session as they saw it, so that who opens a
 * screening comes back to the same page, and from one person to the next, whatever changes in the queue meanwhile.
 *
 * @param address of the page of the queue
 * @param references of the screenings on it, in their order
 * @param following address of the page after it; null on the last
 */
public record Worklist(
        String address, List<String> references, @Nullable String following) implements Serializable {
    private static final String ATTRIBUTE = Worklist.class.getName();
    private static final Worklist NONE = new Worklist(Desk.PATH, List.of(), null);

    /** What the queue showed last in this session; the queue and nobody on it where it showed nothing yet. */
    public static Worklist of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Worklist list ? list : NONE;
    }

    public void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Where to go on after a screening: to the next one, or to the next page; null after the last and for one not listed. */
    public @Nullable String after(String reference) {
        int at = references.indexOf(reference);
        if (at < 0) {
            return null;
        }
        return at + 1 < references.size() ? Desk.PATH + "/" + references.get(at + 1) : following;
    }
}
