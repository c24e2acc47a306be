package dev.stipple.answers;

import dev.stipple.Shipped;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;

/** Nothing that a table says vanishes. */
class TableLossTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final Map<String, JsonPointer> ID = Map.of("id", JsonPointer.compile("/id"));

    @Test
    void whateverIsAddedToATableMakesADifference() {
        TableAdditions.makeADifference(
                "a table", Map.of("id", random -> "a" + random.nextInt(99)), TableLossTest::read);
    }

    /** Everybody in a table; empty where there is a fault. */
    private static Optional<Object> read(String table) {
        var bytes = new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
        var people = new ArrayList<List<Object>>();
        try {
            AnswersFile.csv(new DecodedText(bytes, StandardCharsets.UTF_8), QUESTIONNAIRE, ID)
                    .forEachRemaining(row -> {
                        StrictJson person = row.read();
                        people.add(List.of(AnswersFile.id(person), AnswersFile.answers(QUESTIONNAIRE, person)));
                    });
            return Optional.of(people);
        } catch (InvalidAnswers | BrokenTable | StrictJson.Malformed e) {
            return Optional.empty();
        }
    }
}
