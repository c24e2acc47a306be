package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Shipped;
import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.StrictJson;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What holds of every text, whatever it says. */
public final class Claims {
    public static final Questionnaire QUESTIONNAIRE =
            Contents.read(RulesFolder.read(Shipped.FOLDER)).questionnaire();

    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+): .*", Pattern.DOTALL);
    private static final Set<String> CODES = codes();

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Claims() {}

    /** Whatever a text says, it is answered within ten seconds. */
    public static void soon(Runnable answer) {
        within(LONGEST, answer);
    }

    /** Counts the time of this thread, as the clock shows what else the machine does. */
    static void within(Duration longest, Runnable answer) {
        long begun = processorTime();
        answer.run();
        Duration taken = Duration.ofNanos(processorTime() - begun);
        assertTrue(taken.compareTo(longest) < 0, () -> "the answer took " + taken);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Reads the questionnaire, so that no text is blamed for the time that takes. */
    public static void ready() {
        assertTrue(!CODES.isEmpty());
    }

    private static Set<String> codes() {
        var codes = new HashSet<>(Set.of(AnswersReader.NOT_SURE));
        QUESTIONNAIRE.groups().forEach(group -> group.questions().forEach(question -> codes.addAll(question.codes())));
        return codes;
    }

    /** The text as JSON; what is none is told with a place that the text has. */
    public static Optional<StrictJson> json(byte[] text) {
        try {
            return Optional.of(StrictJson.read(text));
        } catch (StrictJson.Malformed e) {
            placed(e, text);
            return Optional.empty();
        }
    }

    private static void placed(StrictJson.Malformed problem, byte[] text) {
        Matcher place = PLACE.matcher(String.valueOf(problem.getMessage()));
        assertTrue(place.matches(), problem::toString);
        String sent = new String(text, StandardCharsets.ISO_8859_1);
        assertTrue(Integer.parseInt(place.group(1)) <= lines(sent).length, problem::toString);
        assertTrue(Integer.parseInt(place.group(2)) <= text.length + 2, problem::toString);
    }

    /** Faults lie inside the files that they name; a file that is missing is named by its first place. */
    public static void placed(Collection<Fault> faults, RulesFolder folder) {
        for (Fault fault : faults) {
            String text = folder.text(fault.place().file());
            // Readers of YAML and of rules differ in what ends a line.
            assertTrue(lies(fault.place(), text.split("\n", -1)) || lies(fault.place(), lines(text)), fault::toString);
            assertTrue(!fault.problem().isBlank() && !fault.remedy().isBlank(), fault::toString);
        }
    }

    private static boolean lies(Place place, String[] lines) {
        return place.line() >= 1
                && place.line() <= lines.length
                && place.column() >= 1
                && place.column() <= lines[place.line() - 1].length() + 1;
    }

    /** The same faults are told, word by word, of the same answers with other texts in them. */
    static void tellsNothingSent(StrictJson json, List<AnswerFault> faults, Consumer<StrictJson> read) {
        var other = new StrictJson(withOtherTexts(json.tree()), json.duplicates());
        assertEquals(
                told(faults),
                told(assertThrows(InvalidAnswers.class, () -> read.accept(other))
                        .faults()));
    }

    private static List<String> told(List<AnswerFault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + ": " + fault.problem() + "; " + fault.expected())
                .toList();
    }

    private static JsonNode withOtherTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode other = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> other.set(member.getKey(), withOtherTexts(member.getValue())));
            return other;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode other = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> other.add(withOtherTexts(item)));
            return other;
        }
        return node.isString() && !CODES.contains(node.stringValue())
                ? JsonNodeFactory.instance.stringNode("Quillfeather")
                : node;
    }

    static String[] lines(String text) {
        return text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1);
    }
}
