package dev.stipple.screening.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A screening in a list.
 *
 * @param verdict that of the rules
 * @param decided that of the consultant; null while nobody has decided
 * @param name what the person is called; null where they did not say
 * @param leading why the verdict is as it is; null once the screening is erased
 * @param altered whether something else than the service changed it in the database, so that nothing here can be relied on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedScreening(
        Reference reference,
        int version,
        Instant receivedAt,
        Instant changedAt,
        Status status,
        Verdict verdict,
        @Nullable Verdict decided,
        Language language,
        @Nullable String name,
        @Nullable Leading leading,
        boolean altered) {

    /** The same, of which nothing is shown as something else than the service changed what belongs to it. */
    public ListedScreening asAltered() {
        return new ListedScreening(
                reference,
                version,
                receivedAt,
                changedAt,
                Status.WAITING,
                verdict,
                null,
                Language.UNKNOWN,
                null,
                null,
                true);
    }

    @Override
    public String toString() {
        return "screening " + reference;
    }
}
