package dev.stipple.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Dissent;
import dev.stipple.rulebook.Finding;
import dev.stipple.rulebook.Source;
import dev.stipple.rulebook.Verdict;
import dev.stipple.rulebook.Wait;
import dev.stipple.text.Language;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An assessment in one language: what every door shows, and what JSON holds, in this order.
 *
 * @param possibleVerdicts the verdicts that are still possible, strictest first
 * @param nextQuestion pointer of the question that is most worth asking; null where none can change the verdict
 * @param decidedBy pointers of the fewest answers that force the verdict; empty while it is undecided
 * @param couldNotMatter pointers of the answers that could not have changed the verdict
 * @param rulebook digest of the rules that decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        Verdict verdict,
        String verdictName,
        String meaning,
        Set<Verdict> possibleVerdicts,
        List<Reason> findings,
        List<Recommendation> recommendations,
        List<Open> unanswered,
        @Nullable String nextQuestion,
        List<String> decidedBy,
        List<String> couldNotMatter,
        String disclaimer,
        String rulebook) {

    /** A finding, worded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String rule,
            String factor,
            String factorName,
            String effect,
            String effectName,
            String title,
            String reason,
            List<Given> answers,
            List<Citation> sources,
            List<Otherwise> otherwise,
            @JsonProperty("wait") @Nullable Delay delay) {}

    /** A recommendation of the plan, worded. */
    public record Recommendation(
            String rule,
            String topic,
            String topicName,
            String text,
            List<Given> answers,
            List<Citation> sources,
            List<Otherwise> otherwise) {}

    /** An answer that something stands on. */
    public record Given(String pointer, String question, String answer, Object value) {}

    /** A source that says so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Citation(
            String id,
            String title,
            String publisher,
            @Nullable Integer year,
            String kind,
            @Nullable String address,
            String strength,
            @Nullable String note) {}

    /** A source that says otherwise, and what it says. */
    public record Otherwise(Citation source, String says) {}

    /** How long to wait: {@code 4}, {@code months}, "4 months". */
    public record Delay(int amount, String unit, String text) {}

    /** A question that is not answered yet. */
    public record Open(String pointer, String question, boolean safetyCritical, boolean canChangeVerdict) {}

    /** Puts an assessment into words. */
    public static Explanation of(Assessment assessment, Language language) {
        return new Words(assessment, language).explanation();
    }

    private record Words(Assessment assessment, Language language) {
        Explanation explanation() {
            var questionnaire = assessment.rulebook().questionnaire();
            var wording = Objects.requireNonNull(
                    questionnaire.verdicts().get(assessment.verdict().name()));
            var outlook = assessment.outlook();
            return new Explanation(
                    assessment.verdict(),
                    wording.name().in(language),
                    wording.meaning().in(language),
                    outlook.possible(),
                    assessment.findings().stream().map(this::reason).toList(),
                    assessment.recommendations().stream()
                            .map(this::recommendation)
                            .toList(),
                    assessment.unanswered().stream().map(this::open).toList(),
                    outlook.deciding().stream().findFirst().map(Slot::pointer).orElse(null),
                    outlook.reason().stream().map(Slot::pointer).toList(),
                    outlook.idle().stream().map(Slot::pointer).toList(),
                    questionnaire.disclaimer().in(language),
                    assessment.rulebook().digest());
        }

        private Reason reason(Finding finding) {
            var rule = finding.rule();
            var effect = Objects.requireNonNull(rule.effect()).name();
            var questionnaire = assessment.rulebook().questionnaire();
            return new Reason(
                    rule.id(),
                    rule.factor(),
                    Objects.requireNonNull(assessment.rulebook().factors().get(rule.factor()))
                            .in(language),
                    effect,
                    Objects.requireNonNull(questionnaire.effects().get(effect)).in(language),
                    rule.title().in(language),
                    rule.because().in(language),
                    given(finding),
                    citations(rule.sources()),
                    otherwise(rule.otherwise()),
                    finding.delay() == null ? null : delay(finding.delay()));
        }

        private Recommendation recommendation(Finding finding) {
            var rule = finding.rule();
            String topic = Objects.requireNonNull(rule.topic());
            return new Recommendation(
                    rule.id(),
                    topic,
                    Objects.requireNonNull(assessment
                                    .rulebook()
                                    .questionnaire()
                                    .topics()
                                    .get(topic))
                            .in(language),
                    rule.because().in(language),
                    given(finding),
                    citations(rule.sources()),
                    otherwise(rule.otherwise()));
        }

        private List<Given> given(Finding finding) {
            return finding.standsOn().stream()
                    .map(slot -> new Given(
                            slot.pointer(),
                            AnswerWords.question(slot).in(language),
                            AnswerWords.answer(assessment.answers(), slot, language),
                            AnswerWords.json(assessment.answers(), slot)))
                    .toList();
        }

        private Open open(Slot slot) {
            return new Open(
                    slot.pointer(),
                    AnswerWords.question(slot).in(language),
                    slot.isSafetyCritical(),
                    assessment.outlook().deciding().contains(slot));
        }

        private List<Citation> citations(List<Source> sources) {
            return sources.stream().map(this::citation).toList();
        }

        private Citation citation(Source source) {
            return new Citation(
                    source.id(),
                    source.title(),
                    source.publisher(),
                    source.year(),
                    source.kind(),
                    source.address(),
                    source.strength(),
                    source.note() == null ? null : source.note().in(language));
        }

        private List<Otherwise> otherwise(List<Dissent> dissents) {
            return dissents.stream()
                    .map(dissent -> new Otherwise(
                            citation(dissent.source()), dissent.says().in(language)))
                    .toList();
        }

        private Delay delay(Wait wait) {
            String unit = wait.unit().key();
            String name = AnswerWords.unit(assessment.rulebook().questionnaire(), unit, wait.amount(), language);
            return new Delay(wait.amount(), unit, wait.amount() + " " + name);
        }
    }
}
