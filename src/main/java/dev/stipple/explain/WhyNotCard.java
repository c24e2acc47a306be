package dev.stipple.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.answers.Answers;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Rule;
import dev.stipple.wording.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule fired or did not fire on somebody's answers, in one language.
 *
 * @param failed the fewest conditions that would have to hold and do not; empty where it fired or only waits
 * @param hangsOn the unanswered questions that may still let it fire, if nothing failed
 */
public record WhyNotCard(String rule, String title, boolean fired, List<Unmet> failed, List<Open> hangsOn) {

    /**
     * A condition that does not hold.
     *
     * @param wanted what would have to hold, line by line
     * @param pointer of the answer that it is about; null where it is about none, and so are question and answer
     * @param answer the answer as it is; null where there is none
     * @param place where the condition stands, as file:line:column
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unmet(
            WhyNot.Cause cause,
            List<RuleCard.Line> wanted,
            @Nullable String pointer,
            @Nullable String question,
            @Nullable String answer,
            String place) {}

    /** A question that is not answered yet. */
    public record Open(String pointer, String question) {}

    /** Explains a rule of the rulebook that assessed the answers; rules of the plan see its verdict. */
    public static WhyNotCard of(Assessment assessment, Rule rule, Language language) {
        var answers = assessment.answers();
        var whyNot = WhyNot.of(rule, answers, assessment.verdict());
        var words = new Words(answers, language);
        return new WhyNotCard(
                rule.id(),
                rule.title().in(language),
                whyNot.fired(),
                whyNot.failed().stream().map(words::unmet).toList(),
                whyNot.hangsOn().stream().map(words::open).toList());
    }

    private record Words(Answers answers, Language language) {
        Unmet unmet(WhyNot.Obstacle obstacle) {
            Slot slot = obstacle.slot();
            return new Unmet(
                    obstacle.cause(),
                    new ConditionWords(answers.questionnaire(), language)
                            .lines(new Condition.All(List.of(obstacle.wanted()))),
                    slot == null ? null : slot.pointer(),
                    slot == null ? null : AnswerWords.question(slot).in(language),
                    answer(obstacle),
                    obstacle.span().place().toString());
        }

        /** The answer that keeps the rule from firing; none where it is its absence that does. */
        private @Nullable String answer(WhyNot.Obstacle obstacle) {
            Slot slot = obstacle.slot();
            boolean given = obstacle.cause() == WhyNot.Cause.ANSWER || obstacle.cause() == WhyNot.Cause.EXCLUDED;
            return slot != null && given && answers.isTold(slot) ? AnswerWords.answer(answers, slot, language) : null;
        }

        Open open(Slot slot) {
            return new Open(slot.pointer(), AnswerWords.question(slot).in(language));
        }
    }
}
