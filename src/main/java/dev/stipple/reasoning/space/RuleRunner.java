package dev.stipple.reasoning.space;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Conclusion;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fires rules on answers, whichever way. */
public interface RuleRunner {
    /**
     * What came of it.
     *
     * @param rules ids of the rules that fired, those of the plan included
     * @param verdict the verdict as of complete answers
     */
    record Fired(Set<String> rules, Verdict verdict) {}

    Fired fire(Answers answers);

    /** Fires with Drools. */
    static RuleRunner of(Rulebook rulebook) {
        Set<String> factors = rulebook.factors().keySet();
        return answers -> {
            try (Rulebook.Session session = rulebook.session(answers)) {
                List<Rule> deciding = rules(session.findings());
                Verdict verdict = Conclusion.of(deciding, factors);
                List<Rule> plan = rules(session.plan(verdict));
                return new Fired(ids(Stream.concat(deciding.stream(), plan.stream())), verdict);
            }
        };
    }

    /** Fires by evaluating the conditions in plain Java. */
    static RuleRunner of(Rules rules) {
        return answers -> {
            List<Rule> deciding = firing(rules.deciding(), new Evaluation(answers, null));
            Verdict verdict = Conclusion.of(deciding, rules.factors());
            List<Rule> plan = firing(rules.plan(), new Evaluation(answers, verdict));
            return new Fired(ids(Stream.concat(deciding.stream(), plan.stream())), verdict);
        };
    }

    private static List<Rule> firing(List<Rule> rules, Evaluation evaluation) {
        return rules.stream().filter(rule -> evaluation.holds(rule.condition())).toList();
    }

    private static List<Rule> rules(Collection<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static Set<String> ids(Stream<Rule> rules) {
        return rules.map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
