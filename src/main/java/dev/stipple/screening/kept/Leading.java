package dev.stipple.screening.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.assessment.Explanation;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a screening has its verdict, as short as a list needs it.
 *
 * @param rule id of the first rule that decided; null where nothing stands in the way or the verdict is open
 * @param factor what that rule is about, in the screening's language; null where rule is
 * @param title what is the case, in the screening's language; null where rule is
 * @param others how many more findings weigh the same
 * @param open how many questions can still change an open verdict
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Leading(
        @Nullable String rule,
        @Nullable String factor,
        @Nullable String title,
        int others,
        int open) {
    private static final Leading NOTHING = new Leading(null, null, null, 0, 0);

    static Leading of(Explanation explanation) {
        if (explanation.verdict() == Verdict.UNDECIDED) {
            int open = (int) explanation.unanswered().stream()
                    .filter(Explanation.Open::canChangeVerdict)
                    .count();
            return new Leading(null, null, null, 0, open);
        }
        List<Explanation.Reason> deciding = explanation.findings().stream()
                .filter(each -> decides(Effect.valueOf(each.effect()), explanation.verdict()))
                .toList();
        return deciding.isEmpty() ? NOTHING : of(deciding.get(0), deciding.size() - 1);
    }

    private static Leading of(Explanation.Reason first, int others) {
        return new Leading(first.rule(), first.factorName(), first.title(), others, 0);
    }

    private static boolean decides(Effect effect, Verdict verdict) {
        return effect != Effect.SUPPORTS && effect.verdict() == verdict;
    }

    /** Nothing of the person, so that none of it ends in a log. */
    @Override
    public String toString() {
        return rule == null ? "no leading finding" : "a leading finding";
    }
}
