package dev.stipple.authoring.scenario;

import dev.stipple.Shipped;
import dev.stipple.answers.Additions;
import dev.stipple.api.RandomAnswers;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that a scenario says vanishes; JSON is YAML too. */
class ScenarioLossTest {
    private static final Contents CONTENTS = Shipped.contents();
    private static final String FILE = "age.scenarios.yaml";
    private static final NamedPeople PEOPLE = NamedPeople.read(CONTENTS, new TreeSet<>());

    /** Carries what is wrong with a file. */
    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whateverIsAddedMakesADifference() {
        Additions.makeADifference(
                "a scenario file",
                ScenarioLossTest::file,
                List.of(
                        "scenarios",
                        "name",
                        "like",
                        "given",
                        "expect",
                        "verdict",
                        "rules",
                        "notRules",
                        "wait",
                        "scars"),
                ScenarioLossTest::read,
                Faulty.class::isInstance,
                (place, value) -> false);
    }

    private static ObjectNode file(Random random) {
        var answers = new RandomAnswers(CONTENTS.questionnaire(), random).person(random.nextDouble());
        // Words of people may hold what no text of a rules file may, such as markup.
        for (TextSlot slot : answers.texts()) {
            answers = answers.with(slot, null);
        }
        JsonNode given = JsonMapper.shared().valueToTree(answers.json());
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ObjectNode scenario = file.putArray("scenarios").addObject().put("name", "Somebody " + random.nextInt(99));
        scenario.set("given", given);
        ObjectNode expect = scenario.putObject("expect").put("verdict", "DEFER").put("wait", "4 months");
        expect.putArray("rules").add("TRA-02");
        return file;
    }

    private static Object read(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        var faults = new TreeSet<Fault>();
        var scenarios = new ScenarioReader(in(CONTENTS.folder().with(FILE, text)), PEOPLE, faults)
                .read(FILE)
                .toList();
        if (!faults.isEmpty()) {
            throw new Faulty();
        }
        return scenarios.stream()
                .map(each -> Arrays.asList(each.name(), each.like(), each.answers(), each.expected()))
                .toList();
    }

    /** The shipped rules with other files beside them. */
    static Contents in(RulesFolder folder) {
        return new Contents(
                folder,
                CONTENTS.questionnaire(),
                CONTENTS.interview(),
                CONTENTS.factors(),
                CONTENTS.rules(),
                CONTENTS.sources(),
                CONTENTS.summary(),
                CONTENTS.mail(),
                CONTENTS.faults());
    }
}
