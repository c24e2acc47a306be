package dev.stipple.rule;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Which way a source goes that says otherwise than a rule. */
public enum Direction {
    MILDER,
    STRICTER;

    /** Where a dissent leads from a rule that has an effect. */
    public static Direction of(Rule rule, Dissent dissent) {
        return dissent.weight().compareTo(Objects.requireNonNull(rule.effect())) > 0 ? MILDER : STRICTER;
    }

    /** The effect that the source which goes farthest this way gives a rule; empty where none goes there. */
    public Optional<Effect> farthest(Rule rule) {
        Comparator<Effect> order = this == MILDER ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return rule.otherwise().stream()
                .filter(dissent -> of(rule, dissent) == this)
                .map(Dissent::weight)
                .max(order);
    }
}
