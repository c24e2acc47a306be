package dev.stipple.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which answers to a question are better than which, and how sure they are.
 *
 * @param held codes of the answers that say that an agreement, a test or a treatment is there
 * @param worse null where no answer is better than another
 * @param uncertain by how many options an answer may be off; 0 where people know their answer
 */
public record Grading(List<String> held, @Nullable Worse worse, int uncertain) {
    public static final Grading NONE = new Grading(List.of(), null, 0);

    /**
     * Which way answers become worse.
     *
     * @param more whether a higher number is worse, or else a lower one; always true for anything but a number
     * @param codes of one answer, from best to worst; of several choices, those that are worse chosen than not; empty for a
     *     number
     */
    public record Worse(boolean more, List<String> codes) {}
}
