package dev.stipple.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule in the list of all. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        String id,
        String factor,
        Wording title,
        @Nullable Effect effect,
        @Nullable String topic,
        Wording because,
        List<String> sources) {

    static RuleView of(Rule rule) {
        return new RuleView(
                rule.id(),
                rule.factor(),
                rule.title(),
                rule.effect(),
                rule.topic(),
                rule.because(),
                rule.sources().stream().map(Source::id).toList());
    }
}
