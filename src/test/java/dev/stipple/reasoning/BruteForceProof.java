package dev.stipple.reasoning;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Operator;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The oracle of the proof: looks for contradictions, idle and hidden questions on everybody, one after the other. */
public record BruteForceProof(Rules rules, List<Answers> everybody) {
    private static final Set<Operator> NAMING = Set.of(
            Operator.EQUAL,
            Operator.IN,
            Operator.CONTAINS,
            Operator.LESS,
            Operator.AT_MOST,
            Operator.GREATER,
            Operator.AT_LEAST);

    /** Pairs of rules, one in favour and one objecting, that fire on the same answer of somebody. */
    public Set<String> contradictions() {
        var found = new TreeSet<String>();
        for (Rule one : rules.deciding()) {
            for (Rule other : rules.deciding()) {
                if (one.factor().equals(other.factor())
                        && one.effect() == Effect.SUPPORTS
                        && objects(other)
                        && everybody.stream().anyMatch(person -> contradict(person, one, other))) {
                    found.add(one.id() + " " + other.id());
                }
            }
        }
        return found;
    }

    private static boolean objects(Rule rule) {
        return Objects.requireNonNull(rule.effect()).objects();
    }

    private static boolean contradict(Answers person, Rule one, Rule other) {
        var evaluation = new Evaluation(person, null);
        return evaluation.holds(one.condition())
                && evaluation.holds(other.condition())
                && leaves(one).anyMatch(mine -> leaves(other).anyMatch(theirs -> meet(person, mine, theirs)));
    }

    private static Stream<Condition> leaves(Rule rule) {
        return rule.condition()
                .nodes()
                .filter(node ->
                        node.parts().isEmpty() && node.patterns().findAny().isPresent());
    }

    private static boolean meet(Answers person, Condition one, Condition other) {
        Pattern mine = one.patterns().findFirst().orElseThrow();
        Pattern theirs = other.patterns().findFirst().orElseThrow();
        Set<String> common = questions(mine);
        boolean wholeGroup = common.isEmpty() && questions(theirs).isEmpty();
        common.retainAll(questions(theirs));
        if (!mine.group().id().equals(theirs.group().id()) || (common.isEmpty() && !wholeGroup)) {
            return false;
        }
        boolean everyEntry = one instanceof Condition.NotAny || other instanceof Condition.NotAny;
        return !mine.group().repeats()
                || everyEntry
                || person.entries(mine.group()).stream()
                        .anyMatch(entry -> mine.constraint().holds(entry)
                                && theirs.constraint().holds(entry));
    }

    private static Set<String> questions(Pattern pattern) {
        return pattern.constraint()
                .comparisons()
                .map(comparison -> comparison.question().path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Questions of which no answer fires other rules than another, whatever else is answered and whether all is. */
    public Set<String> idle() {
        return everyQuestion()
                .filter(question -> everybody.stream()
                        .allMatch(person -> asked(person, question).allMatch(slot -> isIdle(person, slot))))
                .map(Question::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isIdle(Answers person, Slot slot) {
        var oracle = new BruteForce(rules);
        return BruteForce.values(Objects.requireNonNull(slot.question())).stream()
                .flatMap(value -> oracle.completions(person.with(slot, value).applicable()).stream())
                .allMatch(other -> oracle.fired(other).equals(oracle.fired(person))
                        && whileOpen(other).equals(whileOpen(person)));
    }

    private List<Rule> whileOpen(Answers answers) {
        var open = new Evaluation(answers, Verdict.UNDECIDED);
        return rules.plan().stream()
                .filter(rule -> open.holds(rule.condition()))
                .toList();
    }

    private Stream<Question.Closed> everyQuestion() {
        return rules.questionnaire().groups().stream().flatMap(group -> group.closed().stream());
    }

    private static Stream<Slot> asked(Answers person, Question.Closed question) {
        return person.slots().stream()
                .filter(slot -> question.equals(slot.question()) && BruteForce.asked(person, slot) == Asked.YES);
    }

    /** Safety-critical questions, each with a rule that would object if it were asked of somebody. */
    public Set<String> hidden() {
        var found = new TreeSet<String>();
        for (Rule rule : rules.deciding()) {
            if (objects(rule)) {
                everyQuestion()
                        .filter(question -> question.safetyCritical() && reads(rule, question))
                        .filter(question -> everybody.stream().anyMatch(person -> isHidden(person, question, rule)))
                        .forEach(question -> found.add(question.path() + " " + rule.id()));
            }
        }
        return found;
    }

    private static boolean reads(Rule rule, Question.Closed question) {
        return rule.condition()
                .patterns()
                .anyMatch(pattern -> questions(pattern).contains(question.path()));
    }

    private boolean isHidden(Answers person, Question.Closed question, Rule rule) {
        Group group = rules.questionnaire().group(question.group()).orElseThrow();
        var effect = Objects.requireNonNull(rule.effect());
        return new BruteForce(rules).verdict(person).compareTo(effect.verdict()) > 0
                && person.entries(group).stream()
                        .anyMatch(entry -> person.asked(question, entry) != Asked.YES
                                && !isSpokenTo(rule.factor(), person, entry, question)
                                && BruteForce.values(question).stream()
                                        .map(value -> with(entry, question, value))
                                        .anyMatch(told -> fires(rule.condition(), person, group, told)));
    }

    private static Entry with(Entry entry, Question.Closed question, Value value) {
        var values = new HashMap<>(entry.values());
        values.put(question.id(), value);
        return new Entry(values);
    }

    private static boolean fires(Condition condition, Answers person, Group group, Entry told) {
        if (condition instanceof Condition.All) {
            return condition.parts().stream().allMatch(part -> fires(part, person, group, told));
        }
        if (condition instanceof Condition.Any) {
            return condition.parts().stream().anyMatch(part -> fires(part, person, group, told));
        }
        var concerned =
                condition.patterns().filter(each -> each.group().equals(group)).findFirst();
        boolean negated = condition instanceof Condition.NotAny;
        return (concerned.isPresent() && !(negated && group.repeats()))
                ? concerned.get().constraint().holds(told) != negated
                : new Evaluation(person, null).holds(condition);
    }

    private boolean isSpokenTo(String factor, Answers person, Entry entry, Question.Closed question) {
        return question.askedWhen().stream().anyMatch(requirement -> {
            Question.Closed parent = rules.questionnaire().required(requirement);
            Entry home = parent.group().equals(question.group())
                    ? entry
                    : person.entries(rules.questionnaire().group(parent.group()).orElseThrow())
                            .get(0);
            return person.asked(parent, home) == Asked.YES
                    ? !requirement.accepts(home.value(parent).orElseThrow()) && says(factor, person, home, parent)
                    : isSpokenTo(factor, person, home, parent);
        });
    }

    private boolean says(String factor, Answers person, Entry home, Question.Closed parent) {
        return rules.deciding().stream()
                .filter(rule -> rule.factor().equals(factor))
                .anyMatch(rule -> names(rule, home, parent) || goesOn(rule, person, parent));
    }

    private static boolean names(Rule rule, Entry home, Question.Closed parent) {
        return comparisons(rule)
                .anyMatch(
                        each -> each.question().equals(parent) && NAMING.contains(each.operator()) && each.holds(home));
    }

    private boolean goesOn(Rule rule, Answers person, Question.Closed parent) {
        return comparisons(rule).anyMatch(each -> hangsOn(each.question(), parent))
                && new Evaluation(person, null).holds(rule.condition());
    }

    private static Stream<Comparison> comparisons(Rule rule) {
        return rule.condition()
                .patterns()
                .flatMap(pattern -> pattern.constraint().comparisons());
    }

    private boolean hangsOn(Question.Closed question, Question.Closed parent) {
        return question.askedWhen().stream()
                .anyMatch(requirement -> requirement.question().equals(parent.path())
                        || hangsOn(rules.questionnaire().required(requirement), parent));
    }
}
