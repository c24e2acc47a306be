package dev.stipple.screening;

import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Search;
import java.util.Map;
import java.util.function.BiPredicate;

/** Goes through kept screenings, the newest first; each is noted in the audit log as listed. */
public final class Newest {
    private static final int AT_ONCE = 100;

    private final Screenings screenings;

    public Newest(Screenings screenings) {
        this.screenings = screenings;
    }

    /**
     * Hands on one after the other, without those that are erased.
     *
     * @param receiver tells whether to go on
     * @return whether it went through all of them
     */
    public boolean each(String actor, BiPredicate<ListedScreening, Revision> receiver) {
        Search search = Search.ALL.ofSize(AT_ONCE);
        while (true) {
            Page page = screenings.list(search, actor);
            Map<?, Revision> revisions = screenings.current(page.screenings());
            for (ListedScreening summary : page.screenings()) {
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
