package dev.stipple.api.screenings;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to decide.
 *
 * @param version the one that the consultant saw
 * @param verdict needed to overrule, and left out otherwise
 * @param note needed to send back, as the person reads it as the question
 */
record DecisionRequest(
        @Nullable Integer version,
        Decision.@Nullable Kind kind,
        @Nullable Verdict verdict,
        Decision.@Nullable Reason reason,
        @Nullable String note) {
    private static final int LONGEST_NOTE = 4_000;
    private static final String VERDICTS = Stream.of(Verdict.values())
            .filter(verdict -> verdict != Verdict.UNDECIDED)
            .map(Verdict::name)
            .collect(Collectors.joining(", "));

    int atVersion() {
        return needed(version, "/version", "the version that you saw");
    }

    Decision.Kind what() {
        return needed(kind, "/kind", "CONFIRM, OVERRULE or SEND_BACK");
    }

    /** The verdict that takes the place of that of the rules; null where none does. */
    @Nullable
    Verdict overruling() {
        if (kind == Decision.Kind.OVERRULE && (verdict == null || verdict == Verdict.UNDECIDED)) {
            throw new InvalidRequest("/verdict", "overruling needs a verdict: one of " + VERDICTS);
        }
        if (kind != Decision.Kind.OVERRULE && verdict != null) {
            throw new InvalidRequest("/verdict", "a verdict belongs to overruling alone; leave it out");
        }
        return verdict;
    }

    Decision.Reason why() {
        return needed(reason, "/reason", "the code of a reason");
    }

    @Nullable
    String text() {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new InvalidRequest("/note", "a note has at most " + LONGEST_NOTE + " characters");
        }
        if (kind == Decision.Kind.SEND_BACK && (note == null || note.isBlank())) {
            throw new InvalidRequest("/note", "sending back needs a note: the person reads it as the question");
        }
        return note;
    }

    private static <T> T needed(@Nullable T value, String pointer, String what) {
        return Optional.ofNullable(value).orElseThrow(() -> new InvalidRequest(pointer, "this is missing: " + what));
    }
}
