package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.wording.Wording;

/**
 * Where help is found at once by whoever gives an answer.
 *
 * @param link the words of the link
 * @param address where it leads, which starts with {@code https://}
 */
public record Help(Setting setting, Wording text, Wording link, String address) {
    /** Whether it is an answer's, as in {@code group.question=OPTION}. */
    public boolean isFor(String answer) {
        return setting.id().equals(answer);
    }

    /** Whether the answer was given. */
    public boolean isWanted(Answers answers) {
        return setting.in(answers) == Mark.YES;
    }
}
