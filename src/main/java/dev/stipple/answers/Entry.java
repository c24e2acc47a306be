package dev.stipple.answers;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.Map;
import java.util.Optional;

/** The known answers of one group, or of one entry of a repeating group, by question id. */
public record Entry(Map<String, Value> values) {
    public static final Entry EMPTY = new Entry(Map.of());

    public Entry {
        values = Map.copyOf(values);
    }

    public Optional<Value> value(Question question) {
        return Optional.ofNullable(values.get(question.id()));
    }
}
