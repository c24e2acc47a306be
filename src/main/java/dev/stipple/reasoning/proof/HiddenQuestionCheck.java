package dev.stipple.reasoning.proof;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Safety-critical questions that are not asked although an objection hangs on them. A question is hidden from a person
 * where it is not asked of them (or of one of their entries), a rule that objects would fire if it were asked and answered
 * in some way, that objection would be stricter than their verdict, and the factor of that rule has nothing to say about
 * the answer because of which it is not asked. A factor has something to say about an answer where one of its rules names
 * it (by {@code ==}, {@code in}, {@code contains} or an order), or where one of its rules fires on a question that is only
 * asked because of it. So a question may be left out for those of whom the same factor says that it does not apply.
 */
final class HiddenQuestionCheck {
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

    HiddenQuestionCheck(Rules rules, Space space, Outcome outcome) {
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

    private Stream<Question> questions(Rule rule) {
        return comparisons(rule)
                .map(comparison -> space.questionnaire()
                        .question(comparison.question().path())
                        .orElseThrow())
                .distinct();
    }

    private static Stream<Comparison> comparisons(Rule rule) {
        return rule.condition()
                .patterns()
                .flatMap(pattern -> pattern.constraint().comparisons());
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
                Formula.not(spokenTo(rule.factor(), question, fact)));
        return new Candidate(question, rule, literal);
    }

    /** Holds where the factor has something to say about an answer because of which the question is not asked. */
    private int spokenTo(String factor, Question question, Fact fact) {
        return formula.or(question.askedWhen().stream()
                .map(requirement -> {
                    Question parent = space.questionnaire()
                            .question(requirement.question())
                            .orElseThrow();
                    Fact home = parent.group().equals(fact.group().id())
                            ? fact
                            : space.fact(
                                    space.questionnaire().group(parent.group()).orElseThrow());
                    int asked = home.asked(parent);
                    int refused = Formula.not(home.variable(parent).accepts(requirement));
                    return formula.or(
                            formula.and(asked, refused, says(factor, parent, home)),
                            formula.and(Formula.not(asked), spokenTo(factor, parent, home)));
                })
                .toList());
    }

    private int says(String factor, Question parent, Fact home) {
        Set<String> children = space.descendants().of(parent.path());
        var ways = new ArrayList<Integer>();
        rules.deciding().stream().filter(rule -> rule.factor().equals(factor)).forEach(rule -> {
            comparisons(rule)
                    .filter(comparison -> comparison.question().path().equals(parent.path())
                            && comparison.operator().isNaming())
                    .map(home::holds)
                    .forEach(ways::add);
            if (questions(rule).anyMatch(tested -> children.contains(tested.path()))) {
                ways.add(outcome.fires(rule));
            }
        });
        return formula.or(ways);
    }

    /** Holds where the condition would if the question were asked of this fact. */
    private int fires(Condition condition, Fact fact, Question question) {
        return condition.match(
                all -> formula.and(parts(all, fact, question)),
                any -> formula.or(parts(any, fact, question)),
                matches -> concerns(matches.pattern(), question)
                        ? exists(matches.pattern(), fact, question)
                        : outcome.condition(matches),
                exists -> concerns(exists.pattern(), question)
                        ? exists(exists.pattern(), fact, question)
                        : outcome.condition(exists),
                notAny -> concerns(notAny.pattern(), question)
                                && !notAny.pattern().group().repeats()
                        ? Formula.not(exists(notAny.pattern(), fact, question))
                        : outcome.condition(notAny),
                outcome::condition,
                outcome::condition);
    }

    private List<Integer> parts(Condition condition, Fact fact, Question question) {
        return condition.parts().stream()
                .map(part -> fires(part, fact, question))
                .toList();
    }

    private static boolean concerns(Condition.Pattern pattern, Question question) {
        return pattern.group().id().equals(question.group());
    }

    private int exists(Condition.Pattern pattern, Fact fact, Question question) {
        return fact.holds(pattern.constraint(), question);
    }
}
