package dev.stipple.web.console;

import dev.stipple.screening.Page;
import dev.stipple.screening.Revision;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.Search;
import dev.stipple.screening.Summary;
import java.util.Map;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/** Goes through kept screenings, the newest first; each is noted in the audit log as listed. */
@Component
class Newest {
    private static final int AT_ONCE = 100;

    private final Screenings screenings;

    Newest(Screenings screenings) {
        this.screenings = screenings;
    }

    /**
     * Hands on one after the other, without those that are erased.
     *
     * @param receiver tells whether to go on
     * @return whether it went through all of them
     */
    boolean each(String actor, BiPredicate<Summary, Revision> receiver) {
        Search search = Search.ALL.ofSize(AT_ONCE);
        while (true) {
            Page page = screenings.list(search, actor);
            Map<?, Revision> revisions = screenings.current(page.screenings());
            for (Summary summary : page.screenings()) {
                Revision revision = revisions.get(summary.reference());
                if (revision != null && !receiver.test(summary, revision)) {
                    return false;
                }
            }
            if (page.next() == null) {
                return true;
            }
            search = search.after(page.next());
        }
    }
}
