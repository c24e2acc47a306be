package dev.stipple.answers;

import dev.stipple.text.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a line a person. */
final class JsonLines implements AnswersFile {
    private static final String ANSWERS = "answers";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader lines;
    private final Set<String> besides;
    private @Nullable Line next;
    private long number;

    JsonLines(BufferedReader lines, Set<String> besides) {
        this.lines = lines;
        this.besides = besides;
        this.next = nextLine();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = nextLine();
        return line;
    }

    private @Nullable Line nextLine() {
        try {
            while (true) {
                String text = lines.readLine();
                if (text == null) {
                    return null;
                }
                number++;
                if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
                    text = text.substring(1);
                }
                if (!text.isBlank()) {
                    return new Line(number, text, besides);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(long line, String text, Set<String> names) implements Row {
        @Override
        public Person read() {
            StrictJson json = StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
            var faults = new AnswerFaults();
            if (!json.tree().path(ANSWERS).isObject()) {
                faults.add("", "there are no answers", "an object with 'answers'");
            }
            Map<String, String> besides = besides(json.tree(), faults);
            json.duplicates().stream()
                    .filter(pointer -> !pointer.startsWith("/" + ANSWERS + "/"))
                    .forEach(pointer -> faults.add(pointer, "this name is written twice", "one value a name"));
            faults.throwIfAny();
            return new Person(besides, new StrictJson(json.tree().path(ANSWERS), inAnswers(json.duplicates())));
        }

        private Map<String, String> besides(JsonNode json, AnswerFaults faults) {
            var besides = new HashMap<String, String>();
            for (var member : json.properties()) {
                String name = member.getKey();
                String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
                if (name.equals(ANSWERS) || member.getValue().isNull()) {
                    continue;
                }
                if (!names.contains(name)) {
                    faults.addUnknown(
                            pointer,
                            "there is no such member",
                            "'answers'" + (names.isEmpty() ? "" : " and " + String.join(", ", names)),
                            name,
                            names);
                } else if (!member.getValue().isString()) {
                    faults.add(pointer, "this is not a text", "a text in quotes");
                } else {
                    besides.put(name, member.getValue().stringValue());
                }
            }
            return besides;
        }

        private static List<String> inAnswers(List<String> pointers) {
            String start = "/" + ANSWERS;
            return pointers.stream()
                    .filter(pointer -> pointer.startsWith(start + "/"))
                    .map(pointer -> pointer.substring(start.length()))
                    .toList();
        }
    }
}
