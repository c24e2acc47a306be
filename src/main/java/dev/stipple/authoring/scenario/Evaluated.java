package dev.stipple.authoring.scenario;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Conclusion;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Contents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes of answers by evaluating the rules without Drools: quick, and of rules that were never compiled.
 *
 * @param complete whether nothing is unanswered; the verdict is as cautious as can be where something is
 * @param fired those of the plan included, in the order of the rulebook
 */
public record Evaluated(Answers answers, boolean complete, Verdict verdict, List<Rule> fired) {

    public static Evaluated of(Contents contents, Answers answers) {
        boolean complete = answers.unanswered().isEmpty();
        var fired = new ArrayList<>(firing(contents, answers, null));
        Verdict verdict = verdict(fired, contents.factors().keySet(), complete);
        fired.addAll(firing(contents, answers, verdict));
        return new Evaluated(answers, complete, verdict, List.copyOf(fired));
    }

    /** The verdict of these rules, none of them of the plan. */
    public static Verdict verdict(List<Rule> fired, Set<String> factors, boolean complete) {
        Verdict verdict = Conclusion.of(fired, factors);
        return complete || verdict == Verdict.NOT_SUITABLE ? verdict : Verdict.UNDECIDED;
    }

    public boolean fired(String id) {
        return fired.stream().anyMatch(rule -> rule.id().equals(id));
    }

    /** The rules that fired and decide the verdict. */
    public List<Rule> effective() {
        return fired.stream().filter(rule -> rule.effect() != null).toList();
    }

    private static List<Rule> firing(Contents contents, Answers answers, @Nullable Verdict verdict) {
        var evaluation = new Evaluation(answers, verdict);
        return contents.rules().stream()
                .filter(rule -> (rule.effect() == null) == (verdict != null))
                .filter(rule -> evaluation.holds(rule.condition()))
                .toList();
    }
}
