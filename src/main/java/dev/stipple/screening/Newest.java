package dev.stipple.screening;

import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Goes through kept screenings, the newest first; each is noted in the audit log as listed. */
public final class Newest {
    private static final int AT_ONCE = 100;

    /**
     * How far it went.
     *
     * @param all whether it went through all of them
     * @param altered which ones were passed over, as something else than the service changed them in the database
     */
    public record Reached(boolean all, List<Reference> altered) {}

    private final Screenings screenings;

    public Newest(Screenings screenings) {
        this.screenings = screenings;
    }

    /**
     * Hands on one after the other, without those that are erased.
     *
     * @param receiver tells whether to go on
     */
    public Reached each(String actor, BiPredicate<ListedScreening, Revision> receiver) {
        var altered = new ArrayList<Reference>();
        Search search = Search.ALL.ofSize(AT_ONCE);
        while (true) {
            Page page = screenings.list(search, actor);
            Map<?, Revision> revisions = screenings.current(page.screenings());
            for (ListedScreening summary : page.screenings()) {
                Revision revision = revisions.get(summary.reference());
                if (summary.altered() || (revision == null && summary.status() != Status.ERASED)) {
                    altered.add(summary.reference());
                } else if (revision != null && !receiver.test(summary, revision)) {
                    return new Reached(false, List.copyOf(altered));
                }
            }
            if (page.next() == null) {
                return new Reached(true, List.copyOf(altered));
            }
            search = search.after(page.next());
        }
    }
}
