package dev.stipple.live;

import dev.stipple.text.Fault;
import java.time.Instant;
import java.util.List;

/**
 * Which rules are in use, and what came of the last try to change them.
 *
 * @param digest of the rules in use
 * @param loaded since when they are in use
 * @param warnings what should be mended in the rules in use
 */
public record RulebookView(String digest, Instant loaded, List<FaultView> warnings, AttemptView lastAttempt) {

    /** A try to load the rules; with faults, the rules in use stayed. */
    record AttemptView(Instant at, boolean succeeded, List<FaultView> faults) {}

    /** A fault at its place. */
    record FaultView(String file, int line, int column, String kind, String problem, String remedy) {}

    public static RulebookView of(LiveRules.State state) {
        var last = state.last();
        return new RulebookView(
                state.assessor().rulebook().digest(),
                state.loaded(),
                state.warnings().stream().map(RulebookView::fault).toList(),
                new AttemptView(
                        last.at(),
                        last.succeeded(),
                        last.faults().stream().map(RulebookView::fault).toList()));
    }

    private static FaultView fault(Fault fault) {
        return new FaultView(
                fault.place().file(),
                fault.place().line(),
                fault.place().column(),
                fault.kind(),
                fault.problem(),
                fault.remedy());
    }
}
