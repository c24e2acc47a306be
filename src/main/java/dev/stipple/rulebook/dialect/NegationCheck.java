package dev.stipple.rulebook.dialect;

import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Answered;
import dev.stipple.rule.Condition.Exists;
import dev.stipple.rule.Condition.Matches;
import dev.stipple.rule.Condition.NotAny;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.TellingAnswers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes sure that negation stands on an answer: once a rule fires, no further answer takes its finding away. Decided by
 * trying every way in which the questions of a pattern can be answered or unknown.
 */
public final class NegationCheck {
    /** How many combinations of answers are tried for one pattern; the most that the shipped rules need is 4,050. */
    static final int MOST_COMBINATIONS = 50_000;

    private final Faults faults;

    private NegationCheck(Faults faults) {
        this.faults = faults;
    }

    public static void check(Condition condition, Questionnaire questionnaire, Faults faults) {
        new NegationCheck(faults).check(condition, List.of());
    }

    /** @param beside everything that has to hold together with this condition */
    private void check(Condition condition, List<Condition> beside) {
        if (condition instanceof Matches matches) {
            checkPositive(matches.pattern());
        } else if (condition instanceof Exists exists) {
            checkPositive(exists.pattern());
        } else if (condition instanceof NotAny notAny) {
            checkNegated(notAny, beside);
        }
        var together = condition instanceof Condition.Any
                ? beside
                : Stream.concat(beside.stream(), condition.parts().stream()).toList();
        condition.parts().forEach(part -> check(part, together));
    }

    private void checkPositive(Pattern pattern) {
        var comparisons = pattern.constraint().comparisons().toList();
        if (isTooLarge(pattern, comparisons)) {
            return;
        }
        comparisons.stream()
                .filter(comparison -> comparison.accepts(null))
                .filter(comparison -> mayFailLater(comparison.question(), pattern.constraint(), comparisons))
                .forEach(comparison -> faults.add(
                        comparison.span().place(),
                        "negation",
                        "this holds while '" + comparison.question().id() + "' is unknown",
                        "write '" + comparison.question().id() + " != null' beside it"
                                + (comparison.question().askedWhen().isEmpty()
                                        ? ""
                                        : ", which leaves out whoever is not asked")));
    }

    private static boolean mayFailLater(
            Question.Closed question, Constraint constraint, Collection<Comparison> comparisons) {
        return TellingAnswers.entries(comparisons).stream()
                .filter(constraint::holds)
                .flatMap(entry -> completions(entry, question, comparisons))
                .anyMatch(entry -> !constraint.holds(entry));
    }

    private void checkNegated(NotAny negated, List<Condition> beside) {
        Group group = negated.pattern().group();
        if (group.repeats()
                && beside.stream()
                        .noneMatch(part -> part instanceof Answered answered
                                && answered.group().equals(group))) {
            faults.add(
                    negated.span().place(),
                    "negation",
                    "'not' stands on a group that may be unanswered",
                    "write 'Answered( " + group.id() + " == true )' before it");
        }
        var guards = beside.stream()
                .filter(part -> part instanceof NotAny other
                        && !other.equals(negated)
                        && other.pattern().group().equals(group))
                .map(part -> ((NotAny) part).pattern().constraint())
                .toList();
        var comparisons =
                new ArrayList<>(negated.pattern().constraint().comparisons().toList());
        var questions =
                comparisons.stream().map(Comparison::question).distinct().toList();
        guards.forEach(guard -> guard.comparisons().forEach(comparisons::add));
        if (isTooLarge(negated.pattern(), comparisons)) {
            return;
        }
        questions.stream()
                .filter(question -> mayMatchLater(question, negated.pattern().constraint(), guards, comparisons))
                .forEach(question -> faults.add(
                        negated.span().place(),
                        "negation",
                        "'not' holds while '" + question.id() + "' is unknown",
                        new Guards(group).remedy(question, guards)));
    }

    private boolean isTooLarge(Pattern pattern, Collection<Comparison> comparisons) {
        boolean large = TellingAnswers.combinations(comparisons) > MOST_COMBINATIONS;
        if (large) {
            faults.add(
                    pattern.span().place(),
                    "limit",
                    "this tells more than " + MOST_COMBINATIONS + " combinations of answers apart",
                    "write several rules, each on fewer questions");
        }
        return large;
    }

    private static boolean mayMatchLater(
            Question.Closed question,
            Constraint constraint,
            List<Constraint> guards,
            Collection<Comparison> comparisons) {
        return TellingAnswers.entries(comparisons).stream()
                .filter(entry -> !constraint.holds(entry))
                .filter(entry -> guards.stream().noneMatch(guard -> guard.holds(entry)))
                .flatMap(entry -> completions(entry, question, comparisons))
                .anyMatch(constraint::holds);
    }

    /** The entry with a question that is unknown, and may be asked, answered in every way. */
    private static Stream<Entry> completions(
            Entry entry, Question.Closed question, Collection<Comparison> comparisons) {
        if (entry.value(question).isPresent() || !mayBeAsked(question, entry)) {
            return Stream.empty();
        }
        return TellingAnswers.of(question, comparisons).stream()
                .map(value -> new Entry(TellingAnswers.with(entry.values(), question, value)));
    }

    private static boolean mayBeAsked(Question.Closed question, Entry entry) {
        for (Requirement requirement : question.askedWhen()) {
            Value value = requirement.question().startsWith(question.group() + ".")
                    ? entry.values()
                            .get(requirement
                                    .question()
                                    .substring(question.group().length() + 1))
                    : null;
            if (value != null && !requirement.accepts(value)) {
                return false;
            }
        }
        return true;
    }
}
