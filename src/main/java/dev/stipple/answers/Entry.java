package dev.stipple.answers;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.Map;
import java.util.Optional;

/**
 * The known answers of one group, or of one entry of a repeating group, by question id.
 *
 * @param values what can be decided upon
 * @param texts the free words, which are kept apart so that no rule, fact or proof ever meets them
 */
public record Entry(Map<String, Value> values, Map<String, String> texts) {
    public static final Entry EMPTY = new Entry(Map.of());

    public Entry {
        values = Map.copyOf(values);
        texts = Map.copyOf(texts);
    }

    /** An entry without free words. */
    public Entry(Map<String, Value> values) {
        this(values, Map.of());
    }

    public Optional<Value> value(Question.Closed question) {
        return Optional.ofNullable(values.get(question.id()));
    }

    public Optional<String> text(Question.Text question) {
        return Optional.ofNullable(texts.get(question.id()));
    }

    /** The answer to a question as JSON has it. */
    Optional<Object> json(Question question) {
        return question.either(
                closed -> value(closed).map(Value::json), text -> text(text).map(Object.class::cast));
    }

    /** Never the answers themselves, so that none ends in a log. */
    @Override
    public String toString() {
        return "Entry of " + (values.size() + texts.size()) + " answers";
    }
}
