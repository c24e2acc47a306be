package dev.stipple.assessment;

import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
        return of(fired, rule -> true, factors);
    }

    /**
     * The same where some rules have no effect but that their factor has spoken.
     *
     * @param counting whether a rule's effect counts
     */
    public static Verdict of(Collection<Rule> fired, Predicate<Rule> counting, Set<String> factors) {
        Optional<Effect> strictest = fired.stream()
                .filter(counting)
                .map(rule -> Objects.requireNonNull(rule.effect()))
                .min(Effect::compareTo);
        if (strictest.filter(Effect::objects).isPresent()) {
            return strictest.get().verdict();
        }
        if (fired.isEmpty()) {
            return Verdict.UNDECIDED;
        }
        Set<String> spoken = fired.stream().map(Rule::factor).collect(Collectors.toSet());
        return spoken.containsAll(factors) ? strictest.orElse(Effect.SUPPORTS).verdict() : Verdict.UNDECIDED;
    }
}
