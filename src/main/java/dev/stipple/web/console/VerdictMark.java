package dev.stipple.web.console;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A verdict as it is shown: a sign and a word, never a colour alone. */
public record VerdictMark(Verdict verdict, String sign, String name) {
    public static VerdictMark of(Questionnaire questionnaire, Verdict verdict, Language language) {
        var wording = Objects.requireNonNull(questionnaire.verdicts().get(verdict.name()));
        return new VerdictMark(verdict, wording.sign(), wording.name().in(language));
    }

    /** The same for a verdict that there may not be. */
    public static @Nullable VerdictMark ofAny(
            Questionnaire questionnaire, @Nullable Verdict verdict, Language language) {
        return verdict == null ? null : of(questionnaire, verdict, language);
    }

    /** The verdict as a word for style sheets. */
    public String style() {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
