package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.Columns;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.JsonPointer;

/** A file of many people: JSON Lines where it opens with a brace, else a table. */
public final class ImportFuzz {
    private static final Map<String, JsonPointer> BESIDES = Map.of("id", JsonPointer.compile("/id"));

    private ImportFuzz() {}

    public static void fuzzerInitialize() {
        Claims.ready();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> tryOut(data));
    }

    private static void tryOut(byte[] data) {
        var people = people(data);
        assertEquals(people, people(table(people).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Answers> people(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        var people = new ArrayList<Answers>();
        try {
            var decoded = new DecodedText(new ByteArrayInputStream(data), StandardCharsets.UTF_8);
            AnswersFile file = text.startsWith("{")
                    ? AnswersFile.jsonLines(decoded)
                    : AnswersFile.csv(decoded, Claims.QUESTIONNAIRE, BESIDES);
            long last = 0;
            while (file.hasNext()) {
                AnswersFile.Row row = file.next();
                assertTrue(row.line() > last && row.line() <= Claims.lines(text).length, "line " + row.line());
                last = row.line();
                read(row, people);
            }
        } catch (BrokenTable | InvalidAnswers e) {
            assertTrue(!String.valueOf(e.getMessage()).isBlank());
        }
        return people;
    }

    private static void read(AnswersFile.Row row, List<Answers> people) {
        try {
            people.add(AnswersFile.answers(Claims.QUESTIONNAIRE, row.read()));
        } catch (InvalidAnswers e) {
            assertTrue(!e.faults().isEmpty());
        } catch (BrokenTable e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("line " + row.line() + ": "), e::toString);
        } catch (StrictJson.Malformed e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("line 1, "), e::toString);
        }
    }

    private static String table(List<Answers> people) {
        var csv = new StringBuilder();
        try (var printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(Columns.names(Claims.QUESTIONNAIRE));
            for (Answers person : people) {
                printer.printRecord(Columns.cells(person));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
