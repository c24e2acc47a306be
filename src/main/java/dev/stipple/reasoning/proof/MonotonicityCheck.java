package dev.stipple.reasoning.proof;

import dev.stipple.questionnaire.Grading;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.MultiChoice;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.Variable;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers that are worse than others but judged milder, or that say that an agreement is there but are judged stricter than
 * its lack. The verdict as it would be with the other answer is the same formula with the variables of that one question
 * replaced, so that everything else is answered alike; a question that is asked only because of the other answer may be
 * answered in any way. Judged question by question and rule by rule: a rule objects with the better answer, and the
 * verdict with the worse one is milder than that objection.
 */
final class MonotonicityCheck {
    /**
     * Another answer.
     *
     * @param from holds with the better answer
     * @param to literals that all hold with the worse one, and only with it
     */
    record Step(int from, List<Integer> to) {}

    /**
     * An objection that a worse answer may take away.
     *
     * @param steps from which answer to which; with each the literal that holds where it does
     */
    record Candidate(Kind kind, Question.Closed question, Rule rule, List<Step> steps) {}

    private final Space space;
    private final Formula formula;
    private final Outcome outcome;
    private final List<Rule> rules;

    /** Looks at rules that can fire. */
    MonotonicityCheck(Space space, Outcome outcome, List<Rule> rules) {
        this.space = space;
        this.formula = space.formula();
        this.outcome = outcome;
        this.rules = rules.stream()
                .filter(rule -> rule.effect() != null && rule.effect() != Effect.SUPPORTS)
                .toList();
    }

    /** Every objection that may hang on an answer of which another one is worse. */
    Stream<Candidate> all() {
        return space.questionnaire().groups().stream()
                .flatMap(group -> group.closed().stream().flatMap(question -> all(group, question)));
    }

    private Stream<Candidate> all(Group group, Question.Closed question) {
        var grading = question.grading();
        Variable variable = fact(group).variable(question);
        Stream<Candidate> worse = grading.worse() == null
                ? Stream.empty()
                : candidates(Kind.WORSE_BUT_MILDER, group, question, worse(variable, grading.worse()));
        Stream<Candidate> held = grading.held().isEmpty()
                ? Stream.empty()
                : candidates(Kind.HELD_BUT_STRICTER, group, question, lacking(variable, grading.held()));
        return Stream.concat(worse, held);
    }

    /** The fact of a group; of a group that repeats, that of one entry. */
    private Fact fact(Group group) {
        return group.repeats() ? place(group).fact() : space.fact(group);
    }

    private Entries.Place place(Group group) {
        return space.entries(group).places().get(0);
    }

    private Stream<Candidate> candidates(Kind kind, Group group, Question.Closed question, List<Step> steps) {
        int asked = group.repeats()
                ? place(group).asked(question, formula)
                : fact(group).asked(question);
        var changes = steps.stream().map(step -> new Change(step, asked)).toList();
        return rules.stream()
                .filter(rule -> kind == Kind.HELD_BUT_STRICTER
                        || !rule.claims().despite().containsKey(question.path()))
                .map(rule -> new Candidate(
                        kind,
                        question,
                        rule,
                        changes.stream().flatMap(change -> change.of(rule)).toList()))
                .filter(candidate -> !candidate.steps().isEmpty());
    }

    /** What becomes of rules and verdicts with another answer. */
    private final class Change {
        private final Step step;
        private final int asked;
        private final Formula.Replacement replacement = new Formula.Replacement();

        Change(Step step, int asked) {
            this.step = step;
            this.asked = asked;
            step.to().forEach(literal -> replacement.put(literal, Formula.TRUE));
        }

        /** The step where the rule objects before it and the verdict after it is milder; none where that cannot be. */
        Stream<Step> of(Rule rule) {
            int fires = outcome.fires(rule);
            if (formula.replaced(fires, replacement) == fires) {
                return Stream.empty();
            }
            Verdict verdict = Objects.requireNonNull(rule.effect()).verdict();
            int milder = formula.and(outcome.milderThan(verdict), Formula.not(outcome.is(Verdict.UNDECIDED)));
            int literal = formula.and(asked, step.from(), fires, formula.replaced(milder, replacement));
            return literal == Formula.FALSE ? Stream.empty() : Stream.of(new Step(literal, step.to()));
        }
    }

    private List<Step> worse(Variable variable, Grading.Worse worse) {
        if (variable instanceof MultiChoice choices) {
            return worse.codes().stream()
                    .map(code -> added(choices, choices.question().option(code).orElseThrow()))
                    .toList();
        }
        var single = (SingleChoice) variable;
        List<Integer> order = order(single, worse);
        return IntStream.range(0, order.size())
                .boxed()
                .flatMap(better -> order.subList(better + 1, order.size()).stream()
                        .map(cell -> step(single, order.get(better), cell)))
                .toList();
    }

    /** The cells from best to worst. */
    private static List<Integer> order(SingleChoice variable, Grading.Worse worse) {
        int cells = variable.cells().size();
        return worse.codes().isEmpty()
                ? IntStream.range(0, cells)
                        .map(i -> worse.more() ? i : cells - 1 - i)
                        .boxed()
                        .toList()
                : worse.codes().stream().map(code -> cell(variable, code)).toList();
    }

    private static int cell(SingleChoice variable, String code) {
        return IntStream.range(0, variable.cells().size())
                .filter(i -> variable.cells().get(i).value().codes().contains(code))
                .findFirst()
                .orElseThrow();
    }

    private List<Step> lacking(Variable variable, List<String> held) {
        var single = (SingleChoice) variable;
        List<Integer> there = held.stream().map(code -> cell(single, code)).toList();
        var steps = new ArrayList<Step>();
        for (int better : there) {
            IntStream.range(0, single.cells().size())
                    .filter(cell -> !there.contains(cell))
                    .forEach(cell -> steps.add(step(single, better, cell)));
        }
        return steps;
    }

    private Step step(SingleChoice variable, int better, int worse) {
        Value value = variable.cells().get(worse).value();
        return new Step(
                variable.literal(better),
                IntStream.of(variable.is(value)).boxed().toList());
    }

    /** One more of several choices; none of them is none no longer. */
    private Step added(MultiChoice variable, Option option) {
        int[] all = variable.variables();
        var to = new ArrayList<>(List.of(all[option.position()]));
        variable.question().option(Option.NONE).ifPresent(none -> to.add(Formula.not(all[none.position()])));
        return new Step(Formula.not(all[option.position()]), to);
    }
}
