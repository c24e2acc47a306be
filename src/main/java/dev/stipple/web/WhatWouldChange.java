package dev.stipple.web;

import dev.stipple.assessment.Assessment;
import dev.stipple.reasoning.Counterfactuals;
import dev.stipple.reasoning.Ways;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Language;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what would change a verdict; keeps what is costly to prepare while the rules stay the same. */
@Component
public class WhatWouldChange {
    private record Prepared(Rulebook rulebook, Counterfactuals counterfactuals) {}

    private final AtomicReference<@Nullable Prepared> prepared = new AtomicReference<>();

    /** What would change the verdict of an assessment. */
    public Ways of(Assessment assessment, Language language) {
        Rulebook rulebook = assessment.rulebook();
        Prepared known = prepared.get();
        if (known == null || known.rulebook() != rulebook) {
            known = new Prepared(rulebook, new Counterfactuals(rulebook));
            prepared.set(known);
        }
        return Ways.of(known.counterfactuals().of(assessment.answers()), rulebook.questionnaire(), language);
    }
}
