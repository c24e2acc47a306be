package dev.stipple.reasoning.change;

import dev.stipple.answers.Answers;
import dev.stipple.rulebook.Derived;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Language;
import java.time.Duration;

/** Tells what would change verdicts in a bounded time; keeps what is costly to prepare while the rules stay the same. */
public final class WhatWouldChange {
    private final Derived<Counterfactuals> counterfactuals;

    /** @param time after which an answer says that it is not complete */
    public WhatWouldChange(Duration time) {
        this.counterfactuals = new Derived<>(rulebook -> new Counterfactuals(rulebook, time));
    }

    /** What would change the verdict that a rulebook gives on answers. */
    public Ways of(Rulebook rulebook, Answers answers, Language language) {
        return Ways.of(counterfactuals.of(rulebook).of(answers), rulebook.questionnaire(), language);
    }
}
