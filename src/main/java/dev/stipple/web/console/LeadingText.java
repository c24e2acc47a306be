package dev.stipple.web.console;

import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.kept.Leading;
import dev.stipple.wording.Language;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reason for a verdict in one line.
 *
 * @param factor what it is about; null where nothing stands in the way or the verdict is open
 * @param text what is the case; null where factor is
 * @param others how many more reasons weigh the same
 * @param open how many questions can still change an open verdict
 */
public record LeadingText(@Nullable String factor, @Nullable String text, int others, int open) {
    /** In the words of today's rules, or in those that were kept where the rule is gone. */
    public static LeadingText of(Leading kept, Rulebook rulebook, Language language) {
        Optional<Rule> rule = Optional.ofNullable(kept.rule()).flatMap(rulebook::rule);
        return rule.map(today -> new LeadingText(
                        Objects.requireNonNull(rulebook.factors().get(today.factor()))
                                .in(language),
                        today.title().in(language),
                        kept.others(),
                        kept.open()))
                .orElseGet(() -> new LeadingText(kept.factor(), kept.title(), kept.others(), kept.open()));
    }
}
