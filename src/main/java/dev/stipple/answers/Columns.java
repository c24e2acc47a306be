package dev.stipple.answers;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as cells of a table: a column {@code group.question} a question, its options separated by {@code |}; and a
 * column {@code group} a repeating group, its entries as a JSON array. An empty cell is unknown, and {@code NOT_SURE}
 * alone or among options says so.
 */
public final class Columns {
    private static final String BETWEEN = "|";
    private static final String BEGIN = "(^|[\\n\\r\\t;|])";
    private static final String SIGN = "(['\"\\s&&[^\\n\\r\\t]]*[-=+@\uff0d\uff1d\uff0b\uff20])";
    private static final Pattern FORMULA = Pattern.compile(BEGIN + SIGN);
    private static final Pattern ESCAPED = Pattern.compile(BEGIN + "'" + SIGN);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Columns() {}

    /** The names of all columns, in the order of the questionnaire. */
    public static List<String> names(Questionnaire questionnaire) {
        return questionnaire.groups().stream()
                .flatMap(group -> group.repeats()
                        ? Stream.of(group.id())
                        : group.questions().stream().map(Question::path))
                .toList();
    }

    /** The cells of these answers, a text for each of {@link #names}. */
    public static List<String> cells(Answers answers) {
        return answers.questionnaire().groups().stream()
                .flatMap(group -> group.repeats() ? Stream.of(entries(answers, group)) : fields(answers, group))
                .toList();
    }

    private static String entries(Answers answers, Group group) {
        Object json = answers.json().get(group.id());
        // Free words are the only place for a semicolon or a bar, after which a spreadsheet might look for a formula.
        if (AnswersReader.NOT_SURE.equals(json)) {
            return AnswersReader.NOT_SURE;
        }
        return json == null
                ? ""
                : JsonMapper.shared()
                        .writeValueAsString(json)
                        .replace(";", "\\u003b")
                        .replace(BETWEEN, "\\u007c");
    }

    private static Stream<String> fields(Answers answers, Group group) {
        Entry entry = answers.entries(group).get(0);
        return group.questions().stream()
                .map(question -> question.either(
                                closed -> entry.json(closed).map(Columns::plain),
                                text -> entry.text(text).map(Columns::cell))
                        .orElse(""));
    }

    /** An answer as JSON has it, its options side by side. */
    private static String plain(Object json) {
        return json instanceof List<?> codes
                ? codes.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN))
                : json.toString();
    }

    /**
     * A text as a cell that no spreadsheet runs as a formula: one apostrophe goes before what begins like one, also in quotes,
     * and after an end of line, a tab, a semicolon or a bar, where a spreadsheet that is told so ends a cell.
     */
    public static String cell(String text) {
        return FORMULA.matcher(text).replaceAll("$1'$2");
    }

    /** The text that a cell was written from. */
    static String text(String cell) {
        return unescaped(cell).strip();
    }

    private static String unescaped(String cell) {
        return ESCAPED.matcher(cell).replaceAll("$1$2");
    }

    /**
     * Reads cells that have names of columns.
     *
     * @param besides what else the row says, each text with the place that it takes
     * @return the row as {@link AnswersFile.Row#read} gives it; what is wrong with a cell is for whoever reads that
     */
    static StrictJson json(Questionnaire questionnaire, Map<String, String> cells, Map<JsonPointer, String> besides) {
        ObjectNode json = NODES.objectNode();
        ObjectNode answers = json.putObject(AnswersReader.ANSWERS);
        var duplicates = new ArrayList<String>();
        besides.forEach((place, text) -> {
            ObjectNode parent = place.head().matches() ? json : json.withObject(place.head());
            parent.put(place.last().getMatchingProperty(), text);
        });
        cells.forEach((column, cell) -> {
            if (!cell.isBlank()) {
                questionnaire
                        .question(column)
                        .ifPresentOrElse(
                                question -> answers.withObjectProperty(question.group())
                                        .set(question.id(), node(question, cell)),
                                () -> answers.set(column, entries(column, cell.strip(), duplicates)));
            }
        });
        return new StrictJson(json, List.copyOf(duplicates));
    }

    private static JsonNode entries(String group, String cell, List<String> duplicates) {
        try {
            StrictJson json = StrictJson.read(cell.getBytes(StandardCharsets.UTF_8));
            JsonPointer place =
                    JsonPointer.empty().appendProperty(AnswersReader.ANSWERS).appendProperty(group);
            json.duplicates().forEach(pointer -> duplicates.add(place + pointer));
            return json.tree();
        } catch (StrictJson.Malformed e) {
            return NODES.stringNode(cell);
        }
    }

    /** What a cell says; free words are the only answers in which a space at either end counts. */
    private static JsonNode node(Question question, String cell) {
        return question.either(closed -> node(closed, cell.strip()), text -> NODES.stringNode(unescaped(cell)));
    }

    private static JsonNode node(Question.Closed question, String cell) {
        JsonNode plain = NODES.stringNode(cell);
        return question.match(
                number -> cell.matches("0|-?[1-9][0-9]{0,8}") ? NODES.numberNode(Integer.parseInt(cell)) : plain,
                yesNo -> cell.matches("(?i)true|false") ? NODES.booleanNode(cell.equalsIgnoreCase("true")) : plain,
                choice -> plain,
                choices -> cell.equals(AnswersReader.NOT_SURE) ? plain : options(cell));
    }

    private static JsonNode options(String cell) {
        ArrayNode options = NODES.arrayNode();
        Stream.of(cell.split("\\|", -1)).forEach(option -> options.add(option.strip()));
        return options;
    }
}
