package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Shows what an answer changes the wrong way by a person with that answer, and the same person with the other one. */
record MonotonicityExamples(Questionnaire questionnaire, Space space, ShownFailures shown) {
    void add(MonotonicityCheck.Candidate candidate) {
        int any = space.formula()
                .or(candidate.steps().stream().map(MonotonicityCheck.Step::from).toList());
        Set<String> others = space.descendants().of(candidate.question().path());
        shown.examples().of(any, others).ifPresent(example -> {
            Failure.Instead instead = instead(candidate, example);
            RuleRunner.Fired fired = shown.fire(example.person());
            shown.add(new Failure(
                    confirmed(candidate.rule(), fired, instead) ? candidate.kind() : Kind.UNCONFIRMED,
                    candidate.question().path(),
                    List.of(candidate.rule()),
                    candidate.question(),
                    example.few(),
                    example.person(),
                    fired.verdict(),
                    instead));
        });
    }

    /**
     * As the check has it: the rule fires, and the other verdict is milder than its objection. The verdict of the person
     * tells nothing, as it is undecided where a factor is silent.
     */
    private static boolean confirmed(Rule rule, RuleRunner.Fired fired, Failure.Instead instead) {
        Verdict objection = Objects.requireNonNull(rule.effect()).verdict();
        return fired.rules().contains(rule.id())
                && instead.verdict() != Verdict.UNDECIDED
                && instead.verdict().compareTo(objection) > 0;
    }

    private Failure.Instead instead(MonotonicityCheck.Candidate candidate, ProofExamples.Example example) {
        Assignment model = example.found().model();
        MonotonicityCheck.Step step = candidate.steps().stream()
                .filter(each -> model.holds(each.from()))
                .findFirst()
                .orElseThrow();
        step.to().forEach(literal -> model.set(Formula.node(literal), !Formula.isNegated(literal)));
        Answers answers = space.answers(model, example.found().like());
        Question.Closed question = candidate.question();
        var slot = new Slot(questionnaire.group(question.group()).orElseThrow(), 0, question);
        return new Failure.Instead(
                slot,
                example.person().value(slot).orElseThrow(),
                answers.value(slot).orElseThrow(),
                answers,
                shown.fire(answers).verdict());
    }
}
