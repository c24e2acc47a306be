package dev.stipple.rulebook.dialect;

import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.ElapsedUnit;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Operator;
import dev.stipple.rule.TellingAnswers;
import dev.stipple.rule.Wait;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import dev.stipple.rulebook.dialect.RuleFile.WrittenWait;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Proves that a wait ends where what it waits for does: for whatever else is answered, the number that a wait is counted
 * down from is the first one at which neither its rule fires any more nor another of the factor that counts down from the
 * same number. Decided by trying every class of answers that the patterns tell apart.
 */
public final class WaitCheck {
    private final Collection<Draft> factor;
    private final Faults faults;

    private WaitCheck(Collection<Draft> factor, Faults faults) {
        this.factor = factor;
        this.faults = faults;
    }

    /** Checks the waits of a factor's rules. */
    public static void check(Collection<Draft> factor, Faults faults) {
        var check = new WaitCheck(factor.stream().filter(Draft::sound).toList(), faults);
        check.factor.stream().filter(draft -> draft.writtenWait() != null).forEach(check::check);
    }

    private void check(Draft draft) {
        WrittenWait wait = Objects.requireNonNull(draft.writtenWait());
        String effect = draft.value("effect");
        if ((RuleMetadata.EFFECTS.contains(effect) && !Effect.valueOf(effect).waits())
                || !draft.value("recommend").isEmpty()) {
            faults.add(
                    wait.place(),
                    "wait",
                    "only what time resolves can be waited for, and this is no DEFER",
                    "take the wait out, or write @effect(DEFER)");
            return;
        }
        Question.Number question = wait.question();
        if (question == null) {
            checkConstant(draft, wait);
        } else if (!wait.unit().key().equals(question.unit())) {
            faults.add(
                    wait.place(),
                    "wait",
                    "'" + question.id() + "' is in " + question.unit() + ", and the wait in "
                            + wait.unit().key(),
                    "count both in the same unit");
        } else {
            wait.patterns().forEach(pattern -> checkEnd(pattern, question, wait));
        }
    }

    /** A wait that is the same for everybody is too long for those who have waited already. */
    private void checkConstant(Draft draft, WrittenWait wait) {
        var ends = draft.condition()
                .nodes()
                .filter(node -> !(node instanceof Condition.NotAny))
                .flatMap(WaitCheck::ownPatterns)
                .flatMap(pattern -> pattern.constraint().comparisons())
                .filter(comparison ->
                        comparison.operator() == Operator.LESS || comparison.operator() == Operator.AT_MOST)
                .toList();
        ends.stream()
                .filter(comparison -> comparison.question() instanceof Question.Number number
                        && wait.unit().key().equals(number.unit()))
                .findFirst()
                .ifPresent(comparison -> faults.add(
                        wait.place(),
                        "wait",
                        "'" + comparison.question().id()
                                + "' counts what has been waited already, and the wait does not",
                        "bind the pattern and count down, as in waitMonths(6 - $t.getMonthsAgo())"));
        var counted = ends.stream()
                .filter(comparison -> comparison.question() instanceof Question.Number number
                        && (number.countsOn() || number.change() != null)
                        && ElapsedUnit.of(number.unit()).isPresent())
                .toList();
        if (counted.size() == 1) {
            checkLength(counted.get(0), wait);
        }
    }

    /** A wait in another unit than that of the only number that ends the rule is not longer than what it waits for. */
    private void checkLength(Constraint.Comparison end, WrittenWait wait) {
        Question.Number number = (Question.Number) end.question();
        int last = Integer.parseInt(end.literals().get(0)) + (end.operator() == Operator.AT_MOST ? 1 : 0);
        var unit = Stream.of(Wait.Unit.values())
                .filter(each -> each.key().equals(number.unit()) && each != wait.unit())
                .findFirst();
        if (unit.isPresent() && new Wait(wait.amount(), wait.unit()).compareTo(new Wait(last, unit.get())) > 0) {
            String name = unit.get().name();
            String field = number.id();
            faults.add(
                    wait.place(),
                    "wait",
                    "the rule stops firing after " + last + " " + number.unit() + " of '" + field
                            + "', and this wait is longer",
                    "bind the pattern and count down, as in wait" + name.charAt(0)
                            + name.substring(1).toLowerCase(Locale.ROOT) + "(" + last + " - $t.get"
                            + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + "())");
        }
    }

    private static Stream<Condition.Pattern> ownPatterns(Condition node) {
        return node.parts().isEmpty() ? node.patterns() : Stream.empty();
    }

    private void checkEnd(Condition.Pattern pattern, Question question, WrittenWait wait) {
        var others = chained(pattern, question, wait);
        var comparisons = Stream.concat(Stream.of(pattern), others.stream())
                .flatMap(each -> each.constraint().comparisons())
                .toList();
        if (TellingAnswers.combinations(comparisons) > NegationCheck.MOST_COMBINATIONS) {
            // NegationCheck tells of patterns that are too large.
            return;
        }
        TellingAnswers.entries(comparisons).stream()
                .map(entry -> without(entry, question))
                .distinct()
                .forEach(rest -> checkEnd(rest, pattern, others, comparisons, wait));
    }

    /** Checks the end of the wait for those who have answered everything else in this way. */
    private void checkEnd(
            Map<String, Value> rest,
            Condition.Pattern pattern,
            Collection<Condition.Pattern> others,
            Collection<Constraint.Comparison> comparisons,
            WrittenWait wait) {
        Question.Number question = Objects.requireNonNull(wait.question());
        int first = -1;
        int end = -1;
        int last = -1;
        for (Value value : TellingAnswers.of(question, comparisons)) {
            int number = ((Value.Quantity) value).value();
            var entry = new Entry(TellingAnswers.with(rest, question, value));
            if (pattern.constraint().holds(entry)) {
                first = first < 0 ? number : first;
                last = number;
            } else if (first >= 0
                    && end < 0
                    && others.stream().noneMatch(other -> other.constraint().holds(entry))) {
                end = number;
            }
        }
        if (first >= 0) {
            checkEnd(end, last, question, wait);
        }
    }

    private void checkEnd(int end, int last, Question question, WrittenWait wait) {
        if (end < 0) {
            faults.add(
                    wait.amountPlace(),
                    "wait",
                    "the rule goes on firing however large '" + question.id() + "' grows, and so no wait ends",
                    "bound it, as in " + question.id() + " < " + wait.amount());
        } else if (end != wait.amount() || last >= end) {
            faults.add(
                    wait.amountPlace(),
                    "wait",
                    "the rule stops firing when '" + question.id() + "' is " + Math.max(end, last + 1)
                            + ", and the wait ends at " + wait.amount(),
                    "make the wait and the threshold one");
        }
    }

    private static Map<String, Value> without(Entry entry, Question question) {
        var rest = new HashMap<>(entry.values());
        rest.remove(question.id());
        return rest;
    }

    /** What other rules of the factor ask that fire on a single pattern alone and count down from the same number. */
    private List<Condition.Pattern> chained(Condition.Pattern pattern, Question question, WrittenWait wait) {
        return factor.stream()
                .filter(draft -> draft.writtenWait() != null
                        && draft.writtenWait().amount() == wait.amount()
                        && question.equals(draft.writtenWait().question()))
                .filter(draft -> draft.condition()
                                .nodes()
                                .filter(node -> node.parts().isEmpty())
                                .count()
                        == 1)
                .flatMap(draft -> Objects.requireNonNull(draft.writtenWait()).patterns().stream())
                .filter(other -> !other.equals(pattern))
                .toList();
    }
}
