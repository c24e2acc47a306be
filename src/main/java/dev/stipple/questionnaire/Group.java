package dev.stipple.questionnaire;

import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions that belong together: one fact, or one fact an entry where the group repeats.
 *
 * @param fact the type of the fact that rules see
 * @param entry what one entry is called; null where the group does not repeat
 * @param question asks whether there are any entries; null where the group does not repeat
 */
public record Group(
        String id,
        String fact,
        boolean repeats,
        Wording title,
        @Nullable Wording entry,
        @Nullable Wording question,
        List<Question> questions) {

    /** The question whether there are any entries, of a group that repeats. */
    public Wording asks() {
        return Objects.requireNonNull(question);
    }

    /** The questions that can be decided upon, in their order. */
    public List<Question.Closed> closed() {
        return questions.stream()
                .flatMap(question -> question.either(Stream::of, text -> Stream.<Question.Closed>empty()))
                .toList();
    }

    /** The questions that take free words, in their order. */
    public List<Question.Text> texts() {
        return questions.stream()
                .flatMap(question -> question.either(closed -> Stream.<Question.Text>empty(), Stream::of))
                .toList();
    }

    public Optional<Question> question(String id) {
        for (Question question : questions) {
            if (question.id().equals(id)) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }

    /** By id, as groups are looked up all the time and are large. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
