package dev.stipple.reasoning.impact;

import dev.stipple.answers.Answers;
import dev.stipple.reasoning.space.ConditionForm;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether other rules on the same questionnaire come to the same for all complete answers, and who shows it where they do
 * not. Rules that say the same are never compiled, so that a single changed rule is compared in a millisecond or two.
 */
public final class Equivalence {
    private final Rules rules;
    private final Collection<Answers> people;
    private final Map<String, String> shapes = new HashMap<>();

    /** @param people complete, favourable answers, to which whoever shows a difference is as near as can be */
    public Equivalence(Rulebook rulebook, Collection<Answers> people) {
        this(Rules.of(rulebook), people);
    }

    Equivalence(Rules rules, Collection<Answers> people) {
        this.rules = rules;
        this.people = people;
        rules.all().forEach(rule -> shapes.put(rule.id(), ConditionForm.of(rule)));
    }

    /** Somebody on whom other rules fire, or rules with other effects; none where the two sets of rules are equivalent. */
    public Optional<Answers> findingsDiffer(List<Rule> others) {
        return differ(others, false)
                ? new BothRules(rules, withOnly(others)).findingsDiffer(ids(changed(others)), people)
                : Optional.empty();
    }

    /** Whether some rule of the plan is another for people whose verdict is open, even where no complete answers tell. */
    public boolean differsWhileOpen(List<Rule> others) {
        return differ(others, true);
    }

    /** Compares no more rules than those that changed, unless the plan has to know the verdict. */
    private boolean differ(List<Rule> others, boolean open) {
        var changed = changed(others);
        boolean plan = changed.stream().flatMap(Change::rules).anyMatch(rule -> rule.effect() == null);
        BothRules both = plan
                ? new BothRules(rules, withOnly(others))
                : new BothRules(reduced(changed, true), reduced(changed, false));
        return both.differ(ids(changed), open);
    }

    private static Set<String> ids(List<Change> changed) {
        return changed.stream().flatMap(Change::rules).map(Rule::id).collect(Collectors.toSet());
    }

    /** Somebody who gets another verdict; none where all get the same. */
    public Optional<Answers> verdictsDiffer(List<Rule> others) {
        return changed(others).isEmpty()
                ? Optional.empty()
                : new BothRules(rules.withoutPlan(), withOnly(others).withoutPlan()).verdictsDiffer(people);
    }

    /** A rule as it was and as it is. */
    private record Change(@Nullable Rule before, @Nullable Rule after) {
        Stream<Rule> rules() {
            return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                    .flatMap(Optional::stream);
        }
    }

    private List<Change> changed(List<Rule> others) {
        var changed = new ArrayList<Change>();
        var left = new HashMap<>(shapes);
        for (Rule other : others) {
            String shape = left.remove(other.id());
            if (!ConditionForm.of(other).equals(shape)) {
                changed.add(new Change(shape == null ? null : rules.rule(other.id()), other));
            }
        }
        left.keySet().stream().sorted().forEach(id -> changed.add(new Change(rules.rule(id), null)));
        return changed;
    }

    private Rules withOnly(List<Rule> others) {
        return new Rules(rules.questionnaire(), others, rules.factors());
    }

    private Rules reduced(List<Change> changed, boolean before) {
        return withOnly(changed.stream()
                .map(change -> before ? change.before() : change.after())
                .flatMap(Stream::ofNullable)
                .toList());
    }
}
