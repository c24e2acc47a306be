package dev.stipple.screening.exchange;

import dev.stipple.Shipped;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.TableAdditions;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nothing that a table of people to be kept says vanishes, what stands beside the answers included. */
class ImportTableLossTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();

    @Test
    void whateverIsAddedToATableOfPeopleMakesADifference() {
        var besides = new LinkedHashMap<String, Function<Random, String>>();
        besides.put("id", random -> "a" + random.nextInt(99));
        besides.put("language", random -> random.nextBoolean() ? "fr" : "");
        besides.put("consent", random -> "2026-0" + (1 + random.nextInt(9)));
        besides.put("given", random -> random.nextBoolean() ? "2026-0" + (1 + random.nextInt(9)) + "-11" : "");
        besides.put("name", random -> "Ana " + random.nextInt(99));
        besides.put("email", random -> "a" + random.nextInt(99) + "@clinic.example");
        besides.put("phone", random -> random.nextBoolean() ? "+33 6 " + random.nextInt(99) : "");

        TableAdditions.makeADifference("a table of people to be kept", besides, ImportTableLossTest::read);
    }

    /** Everybody in a table; empty where there is a fault. */
    private static Optional<Object> read(String table) {
        var bytes = new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
        var people = new ArrayList<List<Object>>();
        try {
            AnswersFile.csv(new DecodedText(bytes, StandardCharsets.UTF_8), QUESTIONNAIRE, Imports.COLUMNS)
                    .forEachRemaining(row -> {
                        StrictJson line = row.read();
                        people.add(List.of(ImportedLine.Person.read(QUESTIONNAIRE, line, TODAY), leftOut(line)));
                    });
            return Optional.of(people);
        } catch (InvalidAnswers | BrokenTable | StrictJson.Malformed e) {
            return Optional.empty();
        }
    }

    /** What the report tells of what is not kept. */
    private static List<String> leftOut(StrictJson line) {
        return ImportedLine.LEFT_OUT.stream().filter(line.tree()::has).toList();
    }
}
