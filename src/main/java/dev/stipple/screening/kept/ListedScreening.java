package dev.stipple.screening.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Due;
import dev.stipple.wording.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A screening in a list.
 *
 * @param revisedAt when the current state of the answers came to be, which it waits for a decision on since
 * @param revision how many states of the answers there are
 * @param verdict that of the rules
 * @param decided that of the consultant; null while nobody has decided
 * @param name what the person is called; null where they did not say
 * @param leading why the verdict is as it is; null once the screening is erased
 * @param next the next thing to come; null where nothing is
 * @param assignee to whom it is given; null for nobody
 * @param news what whoever lists it has not seen of it; null where they have, or where it is erased
 * @param altered whether something else than the service changed it in the database, so that nothing here can be relied on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedScreening(
        Reference reference,
        int version,
        Instant receivedAt,
        Instant changedAt,
        Instant revisedAt,
        Status status,
        int revision,
        Verdict verdict,
        @Nullable Verdict decided,
        Language language,
        @Nullable String name,
        @Nullable Leading leading,
        @Nullable Due next,
        @Nullable String assignee,
        @Nullable News news,
        boolean altered) {

    /** What somebody has not seen of a screening. */
    public enum News {
        /** They have never opened it. */
        NEW,
        /** It has a newer version than they saw. */
        CHANGED
    }

    /** The same for somebody who has not seen this of it. */
    public ListedScreening with(@Nullable News unseen) {
        return new ListedScreening(
                reference,
                version,
                receivedAt,
                changedAt,
                revisedAt,
                status,
                revision,
                verdict,
                decided,
                language,
                name,
                leading,
                next,
                assignee,
                unseen,
                altered);
    }

    /** The same, of which nothing is shown as something else than the service changed what belongs to it. */
    public ListedScreening asAltered() {
        return new ListedScreening(
                reference,
                version,
                receivedAt,
                changedAt,
                revisedAt,
                Status.WAITING,
                revision,
                verdict,
                null,
                Language.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                true);
    }

    @Override
    public String toString() {
        return "screening " + reference;
    }
}
