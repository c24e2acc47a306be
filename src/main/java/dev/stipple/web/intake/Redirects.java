package dev.stipple.web.intake;

import dev.stipple.interview.Page;
import dev.stipple.web.intake.form.Visit;
import java.util.Set;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a page leads. */
public final class Redirects {
    private static final Set<String> RETURNS = Set.of("check", "result");

    private Redirects() {}

    public static String to(Visit visit, String page) {
        return "redirect:" + visit.address(page);
    }

    /**
     * To the page that comes next.
     *
     * @param to where to return once nothing is left to ask; anywhere else than to a page that shows the answers is ignored
     */
    public static String next(Visit visit, String to) {
        String next = Steps.next(visit);
        boolean asked = !next.equals(Steps.CHECK);
        if (asked) {
            return to(visit, next) + query(to);
        }
        return to(visit, RETURNS.contains(to) ? to : next);
    }

    /** To the page that comes next after a change; who had stopped before the end returns at once. */
    static String after(Visit changed, Page page, String to) {
        boolean stopped = RETURNS.contains(to)
                && changed.isHopeless()
                && !changed.course().isDue(page);
        return stopped ? to(changed, to) : next(changed, to);
    }

    /** The whole link that somebody keeps. */
    public static String link(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/intake/" + token)
                .toUriString();
    }

    /** The page of what somebody sent. */
    public static String sent(String token) {
        return "/intake/" + token + "/sent";
    }

    public static String query(String to) {
        return RETURNS.contains(to) ? "?to=" + to : "";
    }
}
