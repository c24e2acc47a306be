package dev.stipple.reasoning.change;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Objects;

/**
 * What would change a verdict, in one language.
 *
 * @param ways every smallest set of changes that leads to a milder verdict, all of one size
 * @param proved where there are no ways: whether it is proved that there is none
 * @param cut whether there are more ways than these
 * @param complete whether the search came to its end; otherwise there may be other ways, smaller ones not among them
 */
public record Counterfactuals(Verdict verdict, List<Way> ways, boolean proved, boolean cut, boolean complete) {

    /**
     * Changes to make together.
     *
     * @param verdict the mildest verdict that they can lead to
     * @param alsoAsked questions that are then asked
     */
    public record Way(Verdict verdict, String verdictName, List<Step> changes, List<Also> alsoAsked) {}

    /**
     * One answer that would be another one.
     *
     * @param action what to do, such as "Wait 4 months"
     */
    public record Step(String pointer, String question, String from, String to, Object value, String action) {}

    /** A question that is then asked. */
    public record Also(String pointer, String question) {}

    /** Puts counterfactuals into words. */
    public static Counterfactuals of(
            CounterfactualEngine.Result result, Questionnaire questionnaire, Language language) {
        var words = new Words(questionnaire, language);
        return new Counterfactuals(
                result.verdict(),
                result.sets().stream().map(words::way).toList(),
                result.proved(),
                result.cut(),
                result.complete());
    }

    private record Words(Questionnaire questionnaire, Language language) {
        Way way(CounterfactualEngine.ChangeSet set) {
            return new Way(
                    set.verdict(),
                    Objects.requireNonNull(
                                    questionnaire.verdicts().get(set.verdict().name()))
                            .name()
                            .in(language),
                    set.changes().stream().map(this::step).toList(),
                    set.open().stream()
                            .map(slot -> new Also(slot.pointer(), question(slot)))
                            .toList());
        }

        private Step step(CounterfactualEngine.Changed changed) {
            Question question = Objects.requireNonNull(changed.slot().question());
            return new Step(
                    changed.slot().pointer(),
                    question(changed.slot()),
                    AnswerWords.answer(questionnaire, question, changed.from(), language),
                    AnswerWords.answer(questionnaire, question, changed.to(), language),
                    changed.to().json(),
                    action(question, changed));
        }

        private String action(Question question, CounterfactualEngine.Changed changed) {
            String by = Objects.requireNonNull(question.change()).by();
            String action =
                    Objects.requireNonNull(questionnaire.changes().get(by)).in(language);
            if (question instanceof Question.Number number
                    && changed.from() instanceof Value.Quantity from
                    && changed.to() instanceof Value.Quantity to) {
                int growth = to.value() - from.value();
                return action + " " + growth + " " + AnswerWords.unit(questionnaire, number.unit(), growth, language);
            }
            return action;
        }

        private String question(Slot slot) {
            return AnswerWords.question(slot).in(language);
        }
    }
}
