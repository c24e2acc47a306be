package dev.stipple.answers;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The known answers of one group, or of one entry of a repeating group, by question id.
 *
 * @param values what can be decided upon
 * @param unsure of questions of which somebody is not sure, the options that are chosen nevertheless, mostly none; never
 *     beside a value
 * @param texts the free words, which are kept apart so that no rule, fact or proof ever meets them
 */
public record Entry(Map<String, Value> values, Map<String, List<Option>> unsure, Map<String, String> texts) {
    public static final Entry EMPTY = new Entry(Map.of());

    public Entry {
        values = Map.copyOf(values);
        unsure = Map.copyOf(unsure);
        texts = Map.copyOf(texts);
    }

    /** An entry without free words and doubts. */
    public Entry(Map<String, Value> values) {
        this(values, Map.of(), Map.of());
    }

    public Optional<Value> value(Question.Closed question) {
        return Optional.ofNullable(values.get(question.id()));
    }

    /** The options that are chosen where it is not known whether others are too; none where all is known, or nothing. */
    public List<Option> chosen(Question.Closed question) {
        return unsure.getOrDefault(question.id(), List.of());
    }

    /** Whether somebody said that they are not sure, perhaps only of the options that they did not choose. */
    public boolean isUnsure(Question.Closed question) {
        return unsure.containsKey(question.id());
    }

    boolean isPartlyKnown() {
        return unsure.values().stream().anyMatch(chosen -> !chosen.isEmpty());
    }

    public Optional<String> text(Question.Text question) {
        return Optional.ofNullable(texts.get(question.id()));
    }

    /** The same entry with an answer, or without one where it is null. */
    public Entry with(Question.Closed question, @Nullable Value value) {
        return new Entry(put(values, question, value), put(unsure, question, null), texts);
    }

    /** The same entry with somebody not sure of a question, save of the options that are chosen. */
    Entry unsure(Question.Closed question, List<Option> chosen) {
        return new Entry(put(values, question, null), put(unsure, question, chosen), texts);
    }

    Entry with(Question.Text question, @Nullable String text) {
        return new Entry(values, unsure, put(texts, question, text));
    }

    private static <T> Map<String, T> put(Map<String, T> all, Question question, @Nullable T one) {
        var changed = new HashMap<>(all);
        if (one == null) {
            changed.remove(question.id());
        } else {
            changed.put(question.id(), one);
        }
        return changed;
    }

    /** The answer to a question as JSON has it. */
    Optional<Object> json(Question question) {
        return question.either(
                closed -> value(closed).map(Value::json).or(() -> doubt(closed)),
                text -> text(text).map(Object.class::cast));
    }

    private Optional<Object> doubt(Question.Closed question) {
        return Optional.ofNullable(unsure.get(question.id())).map(chosen -> {
            var codes = new ArrayList<>(chosen.stream().map(Option::code).toList());
            codes.add(AnswersReader.NOT_SURE);
            return chosen.isEmpty() ? AnswersReader.NOT_SURE : List.copyOf(codes);
        });
    }

    /** Never the answers themselves, so that none ends in a log. */
    @Override
    public String toString() {
        return "Entry of " + (values.size() + unsure.size() + texts.size()) + " answers";
    }
}
