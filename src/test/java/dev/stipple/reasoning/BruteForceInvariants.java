package dev.stipple.reasoning;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Grading;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The oracle of the proofs about letters in hand, praise and worse answers: everybody, one after the other. */
public record BruteForceInvariants(Rules rules, List<Answers> everybody) {

    /** Questions and rules: the rule objects with the better answer, and the verdict with some worse one is milder. */
    public Set<String> worseButMilder() {
        return milder((question, rule) -> !rule.claims().despite().containsKey(question.path()), this::worse);
    }

    /** Questions and rules: the rule objects where something is there, and the verdict is milder where it is not. */
    public Set<String> heldButStricter() {
        return milder((question, rule) -> true, this::lacking);
    }

    private interface Others {
        List<Value> of(Question.Closed question, Value value);
    }

    private Set<String> milder(BiPredicate<Question.Closed, Rule> concerned, Others others) {
        var found = new TreeSet<String>();
        for (Answers person : everybody) {
            Set<String> fired = new BruteForce(rules).fired(person);
            for (Slot slot : person.slots()) {
                Question.Closed question = slot.question();
                if (question != null && person.value(slot).isPresent()) {
                    Value value = person.value(slot).get();
                    others.of(question, value)
                            .forEach(other -> rules.deciding().stream()
                                    .filter(rule -> concerned.test(question, rule) && fired.contains(rule.id()))
                                    .filter(rule ->
                                            someMilder(person.with(slot, other).applicable(), rule))
                                    .forEach(rule -> found.add(question.path() + " " + rule.id())));
                }
            }
        }
        return found;
    }

    private boolean someMilder(Answers partial, Rule rule) {
        var oracle = new BruteForce(rules);
        Verdict objection = Objects.requireNonNull(rule.effect()).verdict();
        return oracle.completions(partial).stream()
                .map(oracle::verdict)
                .anyMatch(verdict -> verdict != Verdict.UNDECIDED && verdict.compareTo(objection) > 0);
    }

    private List<Value> worse(Question.Closed question, Value value) {
        Grading.Worse worse = question.grading().worse();
        if (worse == null) {
            return List.of();
        }
        if (value instanceof Value.Choices choices) {
            return worse.codes().stream()
                    .filter(code -> !value.codes().contains(code))
                    .map(code -> added(question, choices, code))
                    .toList();
        }
        if (value instanceof Value.Quantity number) {
            return BruteForce.values(question).stream()
                    .filter(other -> Integer.compare(((Value.Quantity) other).value(), number.value())
                            == (worse.more() ? 1 : -1))
                    .toList();
        }
        int at = worse.codes().indexOf(value.codes().get(0));
        return BruteForce.values(question).stream()
                .filter(other -> at >= 0 && worse.codes().indexOf(other.codes().get(0)) > at)
                .toList();
    }

    private static Value added(Question.Closed question, Value.Choices choices, String code) {
        var options = new ArrayList<Option>();
        for (Option option : question.options()) {
            boolean stays = choices.options().contains(option) && !option.code().equals(Option.NONE);
            if (stays || option.code().equals(code)) {
                options.add(option);
            }
        }
        return new Value.Choices(options);
    }

    private List<Value> lacking(Question.Closed question, Value value) {
        List<String> held = question.grading().held();
        return value.codes().stream().noneMatch(held::contains)
                ? List.of()
                : BruteForce.values(question).stream()
                        .filter(other -> other.codes().stream().noneMatch(held::contains))
                        .toList();
    }

    /** Rules that fire on somebody who has some of what they ask for, and of whom nothing of it is missing. */
    public Set<String> askedThoughHeld() {
        var found = new TreeSet<String>();
        for (Rule rule : rules.all()) {
            Set<String> asked = asked(rule);
            for (Answers person : everybody) {
                if (new BruteForce(rules).fired(person).contains(rule.id()) && isHeld(person, asked)) {
                    found.add(rule.id());
                }
            }
        }
        return found;
    }

    private static Set<String> asked(Rule rule) {
        if (rule.effect() != Effect.MEDICAL_CLEARANCE
                || !rule.claims().asksFor().isEmpty()) {
            return rule.claims().asksFor();
        }
        var tested = new TreeSet<String>();
        comparisons(rule).forEach(comparison -> tested.add(comparison.question().path()));
        return tested;
    }

    private static boolean isHeld(Answers person, Set<String> asked) {
        int held = 0;
        int missing = 0;
        for (Slot slot : person.slots()) {
            Question question = slot.question();
            if (question != null
                    && asked.contains(question.path())
                    && !question.grading().held().isEmpty()
                    && person.value(slot).isPresent()) {
                boolean there = question.grading()
                        .held()
                        .contains(person.value(slot).get().codes().get(0));
                held += there ? 1 : 0;
                missing += there ? 0 : 1;
            }
        }
        return held > 0 && missing == 0;
    }

    /** Pairs of rules that fire on somebody, of which one praises what the other denies. */
    public Set<String> praiseDenied() {
        var found = new TreeSet<String>();
        for (Answers person : everybody) {
            var evaluation = new Evaluation(person, null);
            List<Rule> fired = rules.deciding().stream()
                    .filter(rule -> evaluation.holds(rule.condition()))
                    .toList();
            for (Rule one : fired) {
                for (Rule other : fired) {
                    if (one.effect() == Effect.SUPPORTS
                            && other.effect() != Effect.SUPPORTS
                            && (haveCommonWord(one, other) || nameTheSame(person, one, other))) {
                        found.add(one.id() + " " + other.id());
                    }
                }
            }
        }
        return found;
    }

    private static boolean haveCommonWord(Rule one, Rule other) {
        var common = new HashSet<>(one.claims().about());
        common.retainAll(other.claims().about());
        return common.stream().anyMatch(subject -> subject.indexOf('.') < 0);
    }

    private static boolean nameTheSame(Answers person, Rule one, Rule other) {
        return Objects.requireNonNull(other.effect()).objects()
                && !one.factor().equals(other.factor())
                && patterns(one)
                        .anyMatch(mine ->
                                patterns(other).anyMatch(theirs -> nameTheSame(person, one, mine, other, theirs)));
    }

    private static boolean nameTheSame(Answers person, Rule one, Pattern mine, Rule other, Pattern theirs) {
        Group group = mine.group();
        return group.equals(theirs.group())
                && mine.constraint()
                        .comparisons()
                        .filter(each -> speaksOf(one, each))
                        .anyMatch(each -> theirs.constraint()
                                .comparisons()
                                .filter(that -> speaksOf(other, that))
                                .anyMatch(that -> alike(each, that)
                                        && person.entries(group).stream()
                                                .anyMatch(entry -> group.repeats()
                                                        ? mine.constraint().holds(entry)
                                                                && theirs.constraint()
                                                                        .holds(entry)
                                                        : each.holds(entry) && that.holds(entry))));
    }

    private static boolean alike(Comparison one, Comparison other) {
        return one.question().equals(other.question())
                && (!(one.question() instanceof Question.Choices)
                        || one.literals().equals(other.literals()));
    }

    private static boolean speaksOf(Rule rule, Comparison comparison) {
        boolean positive = Stream.of("!=", "not in", "not contains", "== null", "!= null")
                .noneMatch(comparison.operator().symbol()::equals);
        List<String> paths = rule.claims().about().stream()
                .filter(subject -> subject.indexOf('.') >= 0)
                .toList();
        return positive
                && (paths.isEmpty() || paths.contains(comparison.question().path()));
    }

    private static Stream<Pattern> patterns(Rule rule) {
        return rule.condition()
                .nodes()
                .filter(node -> node instanceof Condition.Matches || node instanceof Condition.Exists)
                .flatMap(Condition::patterns);
    }

    private static Stream<Comparison> comparisons(Rule rule) {
        return rule.condition()
                .patterns()
                .flatMap(pattern -> pattern.constraint().comparisons());
    }
}
