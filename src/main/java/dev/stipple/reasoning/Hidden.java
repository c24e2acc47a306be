package dev.stipple.reasoning;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.rulebook.Condition;
import dev.stipple.rulebook.Constraint.Comparison;
import dev.stipple.rulebook.Effect;
import dev.stipple.rulebook.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Safety-critical questions that are not asked although an objection hangs on them. A question is hidden from a person
 * where it is not asked of them (or of one of their entries), a rule that objects would fire if it were asked and answered
 * in some way, that objection would be stricter than their verdict, and no rule of the same factor fires on one of the
 * answers because of which it is not asked. So an answer that hides a question has to be spoken to by the factor itself,
 * as in "not pregnant, because male".
 */
final class Hidden {
    /**
     * A question that may be hidden.
     *
     * @param literal holds where it is
     */
    record Candidate(Question question, Rule rule, int literal) {}

    private final Rules rules;
    private final Space space;
    private final Formula formula;
    private final Outcome outcome;

    Hidden(Rules rules, Space space, Outcome outcome) {
        this.rules = rules;
        this.space = space;
        this.formula = space.formula();
        this.outcome = outcome;
    }

    /** Every rule that objects on a safety-critical question which is not always asked. */
    List<Candidate> all() {
        var candidates = new ArrayList<Candidate>();
        for (Rule rule : rules.deciding()) {
            Effect effect = rule.effect();
            if (effect != null && effect.objects()) {
                questions(rule)
                        .filter(question -> question.safetyCritical()
                                && !question.askedWhen().isEmpty())
                        .forEach(question -> candidates.add(candidate(question, rule, effect)));
            }
        }
        return candidates;
    }

    private static Stream<Question> questions(Rule rule) {
        return rule.condition()
                .patterns()
                .flatMap(pattern -> pattern.constraint().comparisons())
                .map(Comparison::question)
                .distinct();
    }

    private Candidate candidate(Question question, Rule rule, Effect effect) {
        Group group = space.questionnaire().group(question.group()).orElseThrow();
        Fact fact = group.repeats() ? space.entries(group).places().get(0).fact() : space.fact(group);
        int present = group.repeats() ? space.entries(group).places().get(0).present() : Formula.TRUE;
        int literal = formula.and(
                present,
                Formula.not(fact.asked(question)),
                formula.some(
                        fires(rule.condition(), fact, question),
                        fact.variable(question).variables()),
                outcome.milderThan(effect.verdict()),
                Formula.not(spokenTo(rule.factor(), question)));
        return new Candidate(question, rule, literal);
    }

    /** Holds where some rule of the factor fires that tests an answer on which the question hangs. */
    private int spokenTo(String factor, Question question) {
        Set<String> parents = space.descendants().ancestors(question.path());
        return formula.or(rules.deciding().stream()
                .filter(rule -> rule.factor().equals(factor))
                .filter(rule -> questions(rule).anyMatch(tested -> parents.contains(tested.path())))
                .map(outcome::fires)
                .toList());
    }

    /** Holds where the condition would if the question were asked of this fact. */
    private int fires(Condition condition, Fact fact, Question question) {
        if (condition instanceof Condition.All) {
            return formula.and(condition.parts().stream()
                    .map(part -> fires(part, fact, question))
                    .toList());
        }
        if (condition instanceof Condition.Any) {
            return formula.or(condition.parts().stream()
                    .map(part -> fires(part, fact, question))
                    .toList());
        }
        if (condition instanceof Condition.Matches matches && concerns(matches.pattern(), question)) {
            return exists(matches.pattern(), fact, question);
        }
        if (condition instanceof Condition.Exists exists && concerns(exists.pattern(), question)) {
            return exists(exists.pattern(), fact, question);
        }
        if (condition instanceof Condition.NotAny notAny
                && concerns(notAny.pattern(), question)
                && !notAny.pattern().group().repeats()) {
            return Formula.not(exists(notAny.pattern(), fact, question));
        }
        return outcome.condition(condition);
    }

    private static boolean concerns(Condition.Pattern pattern, Question question) {
        return pattern.group().id().equals(question.group());
    }

    private int exists(Condition.Pattern pattern, Fact fact, Question question) {
        return fact.holds(pattern.constraint(), question);
    }
}
