package dev.stipple.assessment;

import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the effects of the rules that fired on complete answers become one verdict. */
public final class Conclusion {
    private Conclusion() {}

    /**
     * The verdict of the strictest effect. Silence is not consent: where nothing objects but a factor has not spoken, the
     * verdict is {@link Verdict#UNDECIDED}.
     *
     * @param fired rules that have an effect
     * @param factors every factor that has to speak
     */
    public static Verdict of(Collection<Rule> fired, Set<String> factors) {
        return of(fired, rule -> Objects.requireNonNull(rule.effect()), factors);
    }

    /**
     * The same where rules may have other effects than their own.
     *
     * @param effects what a rule's effect is taken to be
     */
    public static Verdict of(Collection<Rule> fired, Function<Rule, Effect> effects, Set<String> factors) {
        Optional<Effect> strictest = fired.stream().map(effects).min(Effect::compareTo);
        if (strictest.filter(Effect::objects).isPresent()) {
            return strictest.get().verdict();
        }
        Set<String> spoken = fired.stream().map(Rule::factor).collect(Collectors.toSet());
        return spoken.containsAll(factors)
                ? strictest.map(Effect::verdict).orElse(Verdict.UNDECIDED)
                : Verdict.UNDECIDED;
    }
}
