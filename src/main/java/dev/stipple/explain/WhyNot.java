package dev.stipple.explain;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Span;
import dev.stipple.rule.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule did not fire: the fewest conditions that would have had to hold for it to fire, of which some fail and some
 * hang on answers that are still open.
 *
 * @param fired whether it fired after all
 * @param failed what does not hold; never empty where it did not fire and hangs on nothing
 * @param hangsOn unanswered slots that may still let it fire, if nothing failed
 */
public record WhyNot(Rule rule, boolean fired, List<Obstacle> failed, List<Slot> hangsOn) {

    /** Why a condition does not hold. */
    public enum Cause {
        /** The answer is another one. */
        ANSWER,
        /** The question is not asked, so that there is no answer. */
        NOT_ASKED,
        /** No entry is there. */
        NO_ENTRY,
        /** There is what must not be there. */
        EXCLUDED,
        /** The verdict is another one. */
        VERDICT,
        /** It is not known yet. */
        UNKNOWN
    }

    /**
     * A condition that does not hold.
     *
     * @param span where it stands in the rule file
     * @param slot the answer that it is about; null where it is about none
     * @param wanted what would have to hold: a leaf, its pattern narrowed to the one comparison that does not hold
     */
    public record Obstacle(Span span, Cause cause, @Nullable Slot slot, Condition wanted) {}

    /** Explains a rule to somebody; the verdict is what rules of the plan see, null before there is one. */
    public static WhyNot of(Rule rule, Answers answers, @Nullable Verdict verdict) {
        List<Obstacle> obstacles = new Nearest(answers, new Evaluation(answers, verdict)).obstacles(rule.condition());
        var failed = obstacles.stream()
                .filter(obstacle -> obstacle.cause() != Cause.UNKNOWN)
                .toList();
        var open = obstacles.stream()
                .filter(obstacle -> obstacle.cause() == Cause.UNKNOWN)
                .flatMap(obstacle -> Stream.ofNullable(obstacle.slot()))
                .distinct()
                .toList();
        return new WhyNot(rule, obstacles.isEmpty(), failed, open);
    }

    /** Finds the fewest obstacles; failed ones weigh more than open ones. */
    private record Nearest(Answers answers, Evaluation evaluation) {
        private static final Comparator<List<Obstacle>> FEWEST = Comparator.<List<Obstacle>>comparingLong(
                        obstacles -> obstacles.stream()
                                .filter(each -> each.cause() != Cause.UNKNOWN)
                                .count())
                .thenComparingInt(List::size);

        List<Obstacle> obstacles(Condition condition) {
            if (evaluation.holds(condition)) {
                return List.of();
            }
            return condition.match(
                    all -> all.parts().stream()
                            .flatMap(part -> obstacles(part).stream())
                            .distinct()
                            .toList(),
                    any -> any.parts().stream().map(this::obstacles).min(FEWEST).orElseThrow(),
                    matches -> missing(matches.pattern()),
                    exists -> missing(exists.pattern()),
                    this::excluded,
                    answered ->
                            List.of(new Obstacle(answered.span(), Cause.UNKNOWN, Slot.of(answered.group()), answered)),
                    decided -> List.of(new Obstacle(decided.span(), Cause.VERDICT, null, decided)));
        }

        private List<Obstacle> excluded(Condition.NotAny notAny) {
            Pattern pattern = notAny.pattern();
            return IntStream.range(0, answers.entries(pattern.group()).size())
                    .filter(i -> pattern.constraint()
                            .holds(answers.entries(pattern.group()).get(i), true))
                    .mapToObj(i -> offending(notAny, i))
                    .toList();
        }

        private Obstacle offending(Condition.NotAny notAny, int entry) {
            Pattern pattern = notAny.pattern();
            return pattern.constraint()
                    .comparisons()
                    .map(comparison -> new Slot(pattern.group(), entry, comparison.question()))
                    .filter(answers::isUnknown)
                    .findFirst()
                    .map(slot -> new Obstacle(notAny.span(), Cause.UNKNOWN, slot, notAny))
                    .orElseGet(() -> new Obstacle(
                            notAny.span(),
                            Cause.EXCLUDED,
                            pattern.constraint()
                                    .comparisons()
                                    .map(comparison -> new Slot(pattern.group(), entry, comparison.question()))
                                    .findFirst()
                                    .orElse(Slot.of(pattern.group())),
                            notAny));
        }

        private List<Obstacle> missing(Pattern pattern) {
            if (!answers.answered(pattern.group())) {
                return List.of(new Obstacle(
                        pattern.span(), Cause.UNKNOWN, Slot.of(pattern.group()), new Condition.Matches(pattern)));
            }
            return IntStream.range(0, answers.entries(pattern.group()).size())
                    .mapToObj(i -> obstacles(pattern, pattern.constraint(), i))
                    .min(FEWEST)
                    .orElseGet(() -> List.of(new Obstacle(
                            pattern.span(), Cause.NO_ENTRY, Slot.of(pattern.group()), new Condition.Matches(pattern))));
        }

        private List<Obstacle> obstacles(Pattern pattern, Constraint constraint, int index) {
            Entry entry = answers.entries(pattern.group()).get(index);
            if (constraint.holds(entry)) {
                return List.of();
            }
            return constraint.match(
                    all -> all.parts().stream()
                            .flatMap(part -> obstacles(pattern, part, index).stream())
                            .distinct()
                            .toList(),
                    any -> any.parts().stream()
                            .map(part -> obstacles(pattern, part, index))
                            .min(FEWEST)
                            .orElseThrow(),
                    comparison -> List.of(obstacle(pattern, comparison, index, entry)));
        }

        private Obstacle obstacle(Pattern pattern, Comparison comparison, int index, Entry entry) {
            var slot = new Slot(pattern.group(), index, comparison.question());
            var wanted =
                    new Condition.Matches(new Pattern(pattern.group(), comparison, pattern.binding(), pattern.span()));
            return new Obstacle(comparison.span(), cause(comparison, entry), slot, wanted);
        }

        private Cause cause(Comparison comparison, Entry entry) {
            boolean partly = !entry.chosen(comparison.question()).isEmpty();
            if (entry.value(comparison.question()).isPresent() || (partly && !comparison.holds(entry, true))) {
                return Cause.ANSWER;
            }
            return answers.asked(comparison.question(), entry) == Asked.NO ? Cause.NOT_ASKED : Cause.UNKNOWN;
        }
    }
}
