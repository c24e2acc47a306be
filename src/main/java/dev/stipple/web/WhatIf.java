package dev.stipple.web;

import dev.stipple.reasoning.Counterfactuals;
import dev.stipple.reasoning.Ways;
import dev.stipple.rulebook.Rulebook;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what would change a verdict; keeps what is costly to prepare while the rules stay the same. */
@Component
class WhatIf {
    private record Prepared(Rulebook rulebook, Counterfactuals counterfactuals) {}

    private final AtomicReference<@Nullable Prepared> prepared = new AtomicReference<>();

    Ways of(Visit visit) {
        Rulebook rulebook = visit.assessor().rulebook();
        Prepared known = prepared.get();
        if (known == null || known.rulebook() != rulebook) {
            known = new Prepared(rulebook, new Counterfactuals(rulebook));
            prepared.set(known);
        }
        return Ways.of(known.counterfactuals().of(visit.answers()), rulebook.questionnaire(), visit.language());
    }
}
