package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import java.util.List;
import java.util.Set;

/**
 * What the reasoner needs of a rulebook.
 *
 * @param all every rule, those of the plan included
 * @param factors every factor that has to speak
 */
public record Rules(Questionnaire questionnaire, List<Rule> all, Set<String> factors) {
    public static Rules of(Rulebook rulebook) {
        return new Rules(
                rulebook.questionnaire(), rulebook.rules(), rulebook.factors().keySet());
    }

    /** The rules that have an effect. */
    public List<Rule> deciding() {
        return all.stream().filter(rule -> rule.effect() != null).toList();
    }

    /** The rules that recommend. */
    public List<Rule> plan() {
        return all.stream().filter(rule -> rule.effect() == null).toList();
    }

    /** The same without the plan. */
    public Rules withoutPlan() {
        return new Rules(questionnaire, deciding(), factors);
    }

    public List<Condition> conditions() {
        return all.stream().map(Rule::condition).toList();
    }

    public Rule rule(String id) {
        return all.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }
}
