package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several lines that exclude each other, which stands for all of its answers at once.
 *
 * @param picture file name under {@code pictures/}; null where there is none
 */
public record Card(String id, Wording text, @Nullable String picture, List<Setting> sets) {
    boolean holds(Answers answers) {
        return sets.stream().allMatch(setting -> setting.in(answers) == Mark.YES);
    }

    public boolean sets(Question question) {
        return sets.stream().anyMatch(setting -> setting.question().path().equals(question.path()));
    }
}
