package dev.stipple.api.screenings;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to decide.
 *
 * @param version the one that the consultant saw
 * @param verdict needed to overrule, and left out otherwise
 */
record DecisionRequest(
        @Nullable Integer version,
        Decision.@Nullable Kind kind,
        @Nullable Verdict verdict,
        Decision.@Nullable Reason reason,
        @Nullable String note) {
    private static final int LONGEST_NOTE = 4_000;

    int atVersion() {
        return needed(version, "/version", "the version that you saw");
    }

    Decision.Kind what() {
        var what = needed(kind, "/kind", "CONFIRM, OVERRULE or SEND_BACK");
        if ((what == Decision.Kind.OVERRULE) != (verdict != null) || verdict == Verdict.UNDECIDED) {
            throw new InvalidRequest("/verdict", "a verdict belongs to overruling, and to nothing else");
        }
        return what;
    }

    Decision.Reason why() {
        return needed(reason, "/reason", "the code of a reason");
    }

    @Nullable
    String text() {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new InvalidRequest("/note", "a note has at most " + LONGEST_NOTE + " characters");
        }
        return note;
    }

    private static <T> T needed(@Nullable T value, String pointer, String what) {
        return Optional.ofNullable(value).orElseThrow(() -> new InvalidRequest(pointer, "this is missing: " + what));
    }
}
