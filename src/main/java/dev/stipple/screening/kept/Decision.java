package dev.stipple.screening.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.rule.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant decided. The verdict of the rules stays beside it.
 *
 * @param revision the number of the revision that was decided on
 * @param verdict that of the consultant; null where it was sent back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        int number,
        Instant at,
        String actor,
        int revision,
        Kind kind,
        @Nullable Verdict verdict,
        Reason reason,
        @Nullable String note) {

    /** What can be decided. */
    public enum Kind {
        CONFIRM,
        OVERRULE,
        SEND_BACK
    }

    /** Why. */
    public enum Reason {
        AGREED,
        SEEN_IN_PERSON,
        LETTER_FROM_DOCTOR,
        ANSWER_WRONG,
        ANSWER_MISSING,
        RULE_TOO_STRICT,
        RULE_TOO_MILD,
        WISH_OF_PERSON,
        OTHER
    }

    /** Never the note, so that it does not end in a log. */
    @Override
    public String toString() {
        return kind + " by " + actor;
    }
}
