package dev.stipple.authoring.mutation;

import dev.stipple.answers.Answers;
import dev.stipple.reasoning.impact.Equivalence;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the exact reasoner whether anybody at all notices a change. */
public final class ExactDistinguisher implements Distinguisher {
    private final Equivalence equivalence;

    /** @param people complete, favourable answers, to which whoever notices is as near as can be */
    public ExactDistinguisher(Rulebook rulebook, Collection<Answers> people) {
        this.equivalence = new Equivalence(rulebook, people);
    }

    @Override
    public Difference between(Contents contents, Rule original, @Nullable Rule changed) {
        List<Rule> others = contents.rules().stream()
                .flatMap(rule -> rule.equals(original) ? Stream.ofNullable(changed) : Stream.of(rule))
                .toList();
        Optional<Answers> shown = isEffectAlone(original, changed)
                ? equivalence.verdictsDiffer(others)
                : equivalence.findingsDiffer(others);
        return shown.<Difference>map(Difference.Shown::new)
                .orElseGet(
                        () -> equivalence.differsWhileOpen(others) ? new Difference.Unknown() : new Difference.None());
    }

    /** Whether the rule fires on the same people as before, so that a scenario can tell by the verdict only. */
    private static boolean isEffectAlone(Rule original, @Nullable Rule changed) {
        return changed != null && original.effect() != changed.effect();
    }
}
