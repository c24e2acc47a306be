package dev.stipple.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;

/** Evrete with a stateless session a case, collecting the rules that fired. */
final class Evrete implements Contender {
    private final Knowledge knowledge;
    /** Rules may fire on threads of the engine. */
    private final List<String> fired = Collections.synchronizedList(new ArrayList<>());

    Evrete(FlatRules flat) {
        var service = new KnowledgeService();
        Knowledge building = service.newKnowledge();
        var builder = building.builder();
        for (FlatRules.FlatRule rule : flat.rules()) {
            String[] comparisons = rule.comparisons().stream()
                    .map(comparison -> comparison.text("$c.f%d"))
                    .toArray(String[]::new);
            builder = builder.newRule(rule.name())
                    .forEach("$c", Case.class)
                    .where(comparisons)
                    .execute(context -> fired.add(context.getRule().getName()));
        }
        knowledge = builder.build();
    }

    @Override
    public Object prepared(int[] values) {
        return new Case(values);
    }

    @Override
    public int firing(Object prepared) {
        fired.clear();
        knowledge.newStatelessSession().insertAndFire(prepared);
        return fired.size();
    }
}
