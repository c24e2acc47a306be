package dev.stipple.reasoning.change;

import dev.stipple.answers.Answers;
import dev.stipple.rulebook.Derived;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Language;
import java.time.Duration;

/** Tells what would change verdicts in a bounded time; keeps what is costly to prepare while the rules stay the same. */
public final class TimedCounterfactuals {
    private final Derived<CounterfactualEngine> counterfactuals;

    /** @param time after which an answer says that it is not complete */
    public TimedCounterfactuals(Duration time) {
        this.counterfactuals = new Derived<>(rulebook -> new CounterfactualEngine(rulebook, time));
    }

    /** What would change the verdict that a rulebook gives on answers. */
    public Counterfactuals of(Rulebook rulebook, Answers answers, Language language) {
        return Counterfactuals.of(counterfactuals.of(rulebook).of(answers), rulebook.questionnaire(), language);
    }
}
