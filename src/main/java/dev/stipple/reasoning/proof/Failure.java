package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not hold for all answers.
 *
 * @param subject id of the factor or rule that it is about, or path of the question
 * @param rules the rules that take part in it
 * @param example answers that show it, as few as can be, whatever else is answered; null where nothing can show it, as
 *     with a rule that never fires
 * @param person the example with everything else answered too, as it was run through Drools; null as before
 * @param verdict what Drools comes to on the person; null as before
 */
public record Failure(
        Kind kind,
        String subject,
        List<Rule> rules,
        @Nullable Question question,
        @Nullable Answers example,
        @Nullable Answers person,
        @Nullable Verdict verdict) {

    /** What it is that does not hold. */
    public enum Kind {
        /** Complete answers on which no rule of a factor fires. */
        SILENT_FACTOR,
        /** A rule that fires on nobody. */
        DEAD_RULE,
        /** A question of which no rule ever tells one answer from another. */
        IDLE_QUESTION,
        /** A rule that fires only where another of the same factor and effect does. */
        IMPLIED_RULE,
        /** A rule that supports and one that objects, of one factor and on the same answer. */
        CONTRADICTION,
        /** A safety-critical question that is not asked although an objection hangs on it. */
        HIDDEN_QUESTION,
        /** A rule that objects on answers whose verdict is milder than that. */
        OVERRULED_OBJECTION,
        /** Drools does not see what the reasoner found: one of them is wrong. */
        UNCONFIRMED
    }
}
