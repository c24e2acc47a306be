package dev.stipple.web.intake.form;

import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.TextReader;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What was posted to a question.
 *
 * @param value the answer as answers have it; null where there is a fault
 */
public record Posted(@Nullable JsonNode value, @Nullable FieldFault fault) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Reads what was posted to a question, as a browser sends it. */
    public static Posted read(Question question, List<String> answer) {
        return question.match(
                number -> number(number, answer),
                yesNo -> flag(answer),
                choice -> choice(choice, answer),
                choices -> choices(choices, answer),
                text -> words(answer));
    }

    private static Posted number(Question.Number question, List<String> answer) {
        String text = answer.isEmpty() ? "" : answer.get(0).strip();
        if (answer.size() < 2 && text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (question.accepts(number)) {
                return value(JSON.numberNode(number));
            }
        }
        return new Posted(
                null, new FieldFault(text.isEmpty() ? "fault.empty" : "fault.number", question.min(), question.max()));
    }

    /** A browser ends lines with two characters, of which answers keep one. */
    private static Posted words(List<String> answer) {
        String words = String.join("\n", answer).replace("\r\n", "\n").strip();
        return TextReader.problem(words) == null
                ? value(JSON.stringNode(words))
                : new Posted(null, new FieldFault("fault.text", 1, Question.Text.LONGEST));
    }

    private static Posted flag(List<String> answer) {
        if (answer.equals(List.of("true")) || answer.equals(List.of("false"))) {
            return value(JSON.booleanNode(Boolean.parseBoolean(answer.get(0))));
        }
        return fault("fault.choice");
    }

    private static Posted choice(Question.Choice question, List<String> answer) {
        return answer.size() == 1 && question.option(answer.get(0)).isPresent()
                ? value(JSON.stringNode(answer.get(0)))
                : fault("fault.choice");
    }

    private static Posted choices(Question.Choices question, List<String> answer) {
        List<String> codes = question.codes().stream().filter(answer::contains).toList();
        if (answer.stream().anyMatch(code -> !codes.contains(code) && !code.equals(AnswersReader.NOT_SURE))) {
            return fault("fault.other");
        }
        if (codes.isEmpty()) {
            return fault("fault.choices");
        }
        boolean others = answer.contains(AnswersReader.NOT_SURE);
        if (codes.contains(Option.NONE) && (codes.size() > 1 || others)) {
            return fault("fault.none");
        }
        ArrayNode array = JSON.arrayNode();
        codes.forEach(array::add);
        if (others) {
            array.add(AnswersReader.NOT_SURE);
        }
        return value(array);
    }

    private static Posted value(JsonNode value) {
        return new Posted(value, null);
    }

    private static Posted fault(String key) {
        return new Posted(null, FieldFault.of(key));
    }
}
