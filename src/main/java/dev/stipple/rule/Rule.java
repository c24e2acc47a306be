package dev.stipple.rule;

import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule as its author wrote it.
 *
 * @param id never reused
 * @param name the name in the rule file, {@code factor: what is the case}
 * @param factor stem of the file it stands in
 * @param title what is the case
 * @param effect null for a rule of the plan
 * @param topic topic of the plan; null for a rule that has an effect
 * @param because the reason, or what is recommended
 * @param otherwise what sources say that contradict its effect
 * @param claims what it says of itself for the proofs
 * @param countdown how long its findings say to wait; null where they do not
 * @param metadata where each annotation's value stands, by its name
 */
public record Rule(
        String id,
        String name,
        String factor,
        Wording title,
        @Nullable Effect effect,
        @Nullable String topic,
        Wording because,
        List<Source> sources,
        List<Dissent> otherwise,
        List<Note> notes,
        Claims claims,
        Condition condition,
        @Nullable Countdown countdown,
        Span span,
        Map<String, Span> metadata) {

    /** Whether its findings say how long to wait. */
    public boolean waits() {
        return countdown != null;
    }

    /** By id, as rules are looked up all the time and are large. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
