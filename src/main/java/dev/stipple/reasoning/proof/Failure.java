package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
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
 * @param instead another answer that should not be judged milder but is; null where the failure is about one person
 */
public record Failure(
        Kind kind,
        String subject,
        List<Rule> rules,
        @Nullable Question question,
        @Nullable Answers example,
        @Nullable Answers person,
        @Nullable Verdict verdict,
        @Nullable Instead instead) {

    /**
     * The same person with another answer in one place.
     *
     * @param better the answer of the person
     * @param worse the other answer
     * @param answers all answers with the other one; those to questions that it leads to are among them
     * @param verdict what Drools comes to on them
     */
    public record Instead(Slot slot, Value better, Value worse, Answers answers, Verdict verdict) {}

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
        /** An answer that says that an agreement, a test or a treatment is there, judged stricter than its lack. */
        HELD_BUT_STRICTER,
        /** A rule that asks for what the answers say is there. */
        ASKED_THOUGH_HELD,
        /** A rule that supports and one of another factor that denies what it says. */
        PRAISE_DENIED,
        /** A worse answer that is judged milder than a better one. */
        WORSE_BUT_MILDER,
        /** Drools does not see what the reasoner found: one of them is wrong. */
        UNCONFIRMED
    }
}
