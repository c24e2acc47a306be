package dev.stipple.web.console;

import dev.stipple.rulebook.Effect;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.Verdict;
import dev.stipple.screening.Revision;
import dev.stipple.text.Language;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reason for a verdict in one line.
 *
 * @param factor what it is about; null where nothing stands in the way or the verdict is open
 * @param text what is the case; null where factor is
 * @param others how many more reasons weigh the same
 * @param open how many questions can still change an open verdict
 */
record Leading(@Nullable String factor, @Nullable String text, int others, int open) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads what was kept; in the words of today's rules where they still have the rule. */
    static Leading of(Revision revision, Rulebook rulebook, Language language) {
        JsonNode kept = JSON.readTree(revision.assessment());
        if (revision.verdict() == Verdict.UNDECIDED) {
            int open = (int) kept.path("unanswered")
                    .valueStream()
                    .filter(each -> each.path("canChangeVerdict").asBoolean(false))
                    .count();
            return new Leading(null, null, 0, open);
        }
        List<JsonNode> deciding = kept.path("findings")
                .valueStream()
                .filter(each -> decides(each, revision.verdict()))
                .toList();
        return deciding.isEmpty()
                ? new Leading(null, null, 0, 0)
                : of(deciding.get(0), deciding.size() - 1, rulebook, language);
    }

    private static boolean decides(JsonNode finding, Verdict verdict) {
        Effect effect = Effect.valueOf(finding.path("effect").asString());
        return effect != Effect.SUPPORTS && effect.verdict() == verdict;
    }

    private static Leading of(JsonNode finding, int others, Rulebook rulebook, Language language) {
        return Optional.of(finding.path("rule").asString())
                .flatMap(rulebook::rule)
                .map(rule -> new Leading(
                        Objects.requireNonNull(rulebook.factors().get(rule.factor()))
                                .in(language),
                        rule.title().in(language),
                        others,
                        0))
                .orElseGet(() -> new Leading(
                        finding.path("factorName").asString(),
                        finding.path("title").asString(),
                        others,
                        0));
    }
}
