package dev.stipple.authoring.scenario;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of {@code people.yaml} that scenarios start from.
 *
 * @param written what the file says of each, by name
 * @param answers the same as answers; without the people whose answers are faulty
 */
public record NamedPeople(Map<String, ObjectNode> written, Map<String, Answers> answers) {
    /** The answers of each by name; without the people whose answers are faulty. */
    public static Map<String, Answers> of(Contents contents) {
        return read(contents, new ArrayList<>()).answers();
    }

    static NamedPeople read(Contents contents, Collection<Fault> faults) {
        var people = new NamedPeople(new LinkedHashMap<>(), new LinkedHashMap<>());
        YamlNode root = YamlFile.read(Scenarios.PEOPLE, contents.folder().text(Scenarios.PEOPLE), faults);
        root.only(List.of("people"));
        if (contents.folder().has(Scenarios.PEOPLE)) {
            root.notEmpty("people", "person");
        }
        root.at("people").map().forEach((name, node) -> people.add(name, node, contents.questionnaire(), faults));
        return people;
    }

    private void add(String name, YamlNode node, Questionnaire questionnaire, Collection<Fault> faults) {
        YamlAnswers person = YamlAnswers.of(node);
        written.put(name, person.json());
        try {
            answers.put(name, AnswersReader.read(questionnaire, person.json(), List.of()));
        } catch (InvalidAnswers e) {
            e.faults().forEach(fault -> faults.add(person.fault(fault)));
        }
    }

    /** What is given laid over a person: single groups answer by answer, repeating groups as a whole. */
    Optional<ObjectNode> over(String name, ObjectNode given) {
        return Optional.ofNullable(written.get(name))
                .filter(person -> answers.containsKey(name))
                .map(person -> over(person.deepCopy(), given));
    }

    private static ObjectNode over(ObjectNode person, ObjectNode given) {
        for (var group : given.properties()) {
            JsonNode old = person.get(group.getKey());
            if (old instanceof ObjectNode fields && group.getValue() instanceof ObjectNode changes) {
                fields.setAll(changes);
            } else {
                person.set(group.getKey(), group.getValue());
            }
        }
        return person;
    }
}
