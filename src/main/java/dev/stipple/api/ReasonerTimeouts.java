package dev.stipple.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what the reasoner was asked for and could not look for to the end in the time it has. */
@Component
final class ReasonerTimeouts {
    private final MeterRegistry meters;

    ReasonerTimeouts(MeterRegistry meters) {
        this.meters = meters;
        count("counterfactuals", false);
        count("certificate", false);
    }

    void count(String asked, boolean cutShort) {
        meters.counter("stipple.reasoning.timeouts", "asked", asked).increment(cutShort ? 1 : 0);
    }
}
