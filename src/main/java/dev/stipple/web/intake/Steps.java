package dev.stipple.web.intake;

import dev.stipple.interview.Course;
import dev.stipple.interview.Page;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.Optional;

/** Decides which page comes next. */
public final class Steps {
    public static final String CHECK = "check";

    private Steps() {}

    /** The page that comes next, as the rest of its address. */
    public static String next(Visit visit) {
        return visit.course().next().map(Steps::path).orElse(CHECK);
    }

    /** The page before one, of those that somebody was led through; empty at the first. */
    static Optional<String> before(Visit visit, Page page) {
        List<Page> walked = visit.assessor().rulebook().interview().walked();
        int at = walked.contains(page) ? walked.indexOf(page) : walked.size();
        Course course = visit.course();
        return walked.subList(0, at).stream()
                .filter(each -> each.items().stream().anyMatch(course::isShown))
                .reduce((one, other) -> other)
                .map(Steps::path);
    }

    /** The last page that somebody was led through; empty where none was. */
    static Optional<String> last(Visit visit) {
        Course course = visit.course();
        return visit.assessor().rulebook().interview().walked().stream()
                .filter(each -> each.items().stream().anyMatch(course::isShown))
                .reduce((one, other) -> other)
                .map(Steps::path);
    }

    static String path(Page page) {
        return "pages/" + page.id();
    }
}
