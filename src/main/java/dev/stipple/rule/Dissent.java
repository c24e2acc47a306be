package dev.stipple.rule;

import dev.stipple.wording.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a source says otherwise than the rule, about everybody for whom the rule fires.
 *
 * @param effect what it would do to the verdict instead; null where it would not object at all
 */
public record Dissent(Source source, @Nullable Effect effect, Wording says) {
    /** How a source that would not object at all is written. */
    public static final String SILENT = "SILENT";

    /** What a rule file can say that a source would do instead. */
    public static final List<String> EFFECTS = Stream.concat(
                    Stream.of(Effect.values()).map(Effect::name), Stream.of(SILENT))
            .toList();

    /** The effect as a rule file writes it. */
    public String code() {
        return effect == null ? SILENT : effect.name();
    }

    /** What the verdict is computed from: not to object weighs as much as to support. */
    public Effect weight() {
        return effect == null ? Effect.SUPPORTS : effect;
    }
}
