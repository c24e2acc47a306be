package dev.stipple.bench;

import java.util.ArrayList;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules with conditions as Java lambdas, collecting the rules that fired. */
final class EasyRules implements Contender {
    private final Rules rules = new Rules();
    private final DefaultRulesEngine engine = new DefaultRulesEngine();
    private final ThreadLocal<List<String>> fired = ThreadLocal.withInitial(ArrayList::new);

    EasyRules(FlatRules flat) {
        for (FlatRules.FlatRule rule : flat.rules()) {
            rules.register(new RuleBuilder()
                    .name(rule.name())
                    .priority(rule.number())
                    .when(facts -> {
                        int[] values = facts.get("values");
                        return rule.comparisons().stream().allMatch(comparison -> comparison.holds(values));
                    })
                    .then(facts -> fired.get().add(rule.name()))
                    .build());
        }
    }

    @Override
    public Object prepared(int[] values) {
        return values;
    }

    @Override
    public int firing(Object prepared) {
        fired.get().clear();
        var facts = new Facts();
        facts.put("values", prepared);
        engine.fire(rules, facts);
        return fired.get().size();
    }
}
