package dev.stipple.reasoning.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @param until when a wait is over; null where nothing is waited for, or nobody knows for how long
     * @param text what to do, in a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String pointer,
            String question,
            String from,
            String to,
            Object value,
            String action,
            @Nullable LocalDate until,
            String text) {}

    /** A question that is then asked. */
    public record Also(String pointer, String question) {}

    /** Puts counterfactuals into words, as of a day from which waits count. */
    public static Counterfactuals of(
            CounterfactualEngine.Result result, Questionnaire questionnaire, Language language, LocalDate day) {
        var words = new Sentences(questionnaire, language, day);
        return new Counterfactuals(
                result.verdict(),
                result.sets().stream().map(words::way).toList(),
                result.proved(),
                result.cut(),
                result.complete());
    }

    private record Sentences(Questionnaire questionnaire, Language language, LocalDate day) {
        private static final Set<String> SPANS = Set.of("days", "weeks", "months", "years");
        private static final Set<String> SHORT = Set.of("days", "weeks");

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
            String to = AnswerWords.answer(questionnaire, question, changed.to(), language);
            LocalDate until = until(question, changed);
            String action = Objects.requireNonNull(questionnaire
                            .changes()
                            .get(Objects.requireNonNull(question.change()).by()))
                    .in(language);
            return new Step(
                    changed.slot().pointer(),
                    question(changed.slot()),
                    AnswerWords.answer(questionnaire, question, changed.from(), language),
                    to,
                    changed.to().json(),
                    action(question, changed, action),
                    until,
                    say(
                            "step",
                            until == null ? action : say("until", action, date(question, until)),
                            question(changed.slot()),
                            to));
        }

        private @Nullable LocalDate until(Question question, CounterfactualEngine.Changed changed) {
            return question instanceof Question.Number number
                            && SPANS.contains(number.unit())
                            && changed.from() instanceof Value.Quantity from
                            && changed.to() instanceof Value.Quantity to
                    ? day.plus(
                            (long) to.value() - from.value(),
                            ChronoUnit.valueOf(number.unit().toUpperCase(Locale.ROOT)))
                    : null;
        }

        /** The month where months are waited for, else the day. */
        private String date(Question question, LocalDate until) {
            String form = SHORT.contains(((Question.Number) question).unit()) ? "day" : "month";
            return say(
                    form,
                    DateTimeFormatter.ofPattern(say(form + ".pattern"), language.locale())
                            .format(until));
        }

        private String say(String key, Object... arguments) {
            String pattern = Words.of("forms", language).getString("way." + key);
            return new MessageFormat(pattern, language.locale()).format(arguments);
        }

        private String action(Question question, CounterfactualEngine.Changed changed, String action) {
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
