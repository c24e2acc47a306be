package dev.stipple.web.intake;

import dev.stipple.web.intake.form.Visit;
import java.util.Set;

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
        boolean asked = !next.equals(Steps.CHECK) && !next.equals(Steps.SETTLED);
        if (asked) {
            return to(visit, next) + query(to);
        }
        return to(visit, RETURNS.contains(to) ? to : next);
    }

    public static String query(String to) {
        return RETURNS.contains(to) ? "?to=" + to : "";
    }
}
