package dev.stipple.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rule.Wait;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An assessment in codes alone, small enough to be kept for millions of people: what {@link Explanation} puts into words.
 *
 * @param possibleVerdicts the verdicts that are still possible, strictest first
 * @param findings strictest effect first
 * @param recommendations the rules of the plan that fired, in the order of its topics
 * @param rulebook digest of the rules that decided
 */
public record CodedAssessment(
        Verdict verdict,
        Set<Verdict> possibleVerdicts,
        List<Found> findings,
        List<String> recommendations,
        String rulebook) {

    /** A rule that fired, its effect, pointers of the answers it stands on, and how long to wait. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            String rule,
            Effect effect,
            List<String> answers,
            @JsonProperty("wait") @Nullable Delay delay) {}

    /** How long to wait: {@code 4}, {@code months}. */
    public record Delay(int amount, String unit) {
        private static @Nullable Delay of(@Nullable Wait wait) {
            return wait == null ? null : new Delay(wait.amount(), wait.unit().key());
        }
    }

    public static CodedAssessment of(Assessment assessment) {
        return new CodedAssessment(
                assessment.verdict(),
                assessment.outlook().possible(),
                assessment.findings().stream().map(CodedAssessment::found).toList(),
                assessment.recommendations().stream()
                        .map(finding -> finding.rule().id())
                        .toList(),
                assessment.rulebook().digest());
    }

    private static Found found(Finding finding) {
        return new Found(
                finding.rule().id(),
                Objects.requireNonNull(finding.rule().effect()),
                finding.standsOn().stream().map(Slot::pointer).toList(),
                Delay.of(finding.delay()));
    }
}
