package dev.stipple.api.screenings;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
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
 * @param mail whether the person is told by mail, if they agreed to it; not, where it is left out
 */
record DecisionRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Integer version,

        @Schema(requiredMode = RequiredMode.REQUIRED) Decision.@Nullable Kind kind,
        @Nullable Verdict verdict,
        @Schema(requiredMode = RequiredMode.REQUIRED) Decision.@Nullable Reason reason,
        @Nullable String note,
        @Nullable Boolean mail) {
    private static final String VERDICTS = Stream.of(Verdict.values())
            .filter(verdict -> verdict != Verdict.UNDECIDED)
            .map(Verdict::name)
            .collect(Collectors.joining(", "));

    private static final String REASONS =
            Stream.of(Decision.Reason.values()).map(Decision.Reason::name).collect(Collectors.joining(", "));

    /**
     * The same, with all that a decision needs.
     *
     * @throws InvalidRequest with everything that is missing
     */
    Complete complete() {
        if (version != null && kind != null && reason != null) {
            return new Complete(version, kind, reason);
        }
        throw new InvalidRequest(Stream.of(
                        missing(version, "/version", "the version that you saw"),
                        missing(kind, "/kind", "CONFIRM, OVERRULE or SEND_BACK"),
                        missing(reason, "/reason", "one of " + REASONS))
                .flatMap(Optional::stream)
                .toList());
    }

    /** What every decision needs. */
    record Complete(int version, Decision.Kind kind, Decision.Reason reason) {}

    boolean isMailed() {
        return Boolean.TRUE.equals(mail);
    }

    /** What is told where something cannot be decided. */
    static InvalidRequest told(Decision.Fault fault) {
        return switch (fault) {
            case OPEN -> new InvalidRequest("/kind", "the rules have no verdict yet that could be confirmed");
            case NO_VERDICT -> new InvalidRequest("/verdict", "overruling needs a verdict: one of " + VERDICTS);
            case SAME_VERDICT -> new InvalidRequest("/verdict", "this is the verdict of the rules; confirm it instead");
            case VERDICT -> new InvalidRequest("/verdict", "a verdict belongs to overruling alone; leave it out");
            case NO_REASON -> new InvalidRequest("/note", "the reason OTHER needs a note that says which");
            case NO_QUESTION ->
                new InvalidRequest("/note", "sending back needs a note: the person reads it as the question");
            case LONG_NOTE ->
                new InvalidRequest("/note", "a note has at most " + Decision.LONGEST_NOTE + " characters");
        };
    }

    private static Optional<InvalidRequest.Fault> missing(@Nullable Object value, String pointer, String what) {
        return value == null
                ? Optional.of(new InvalidRequest.Fault(pointer, "this is missing: " + what))
                : Optional.empty();
    }
}
