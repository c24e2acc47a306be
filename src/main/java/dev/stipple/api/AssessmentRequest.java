package dev.stipple.api;

import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.Language;
import dev.stipple.text.StrictJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The body of a request for an assessment: {@code {"answers": {...}, "language": "en"}}. */
public record AssessmentRequest(Answers answers, Language language) {
    private static final String ANSWERS = "/answers";
    private static final List<String> MEMBERS = List.of("answers", "language");

    /**
     * Reads a body.
     *
     * @throws StrictJson.Malformed where it is not JSON
     * @throws InvalidAnswers with every fault, its pointer relative to the body
     */
    static AssessmentRequest read(Questionnaire questionnaire, byte[] body) {
        return read(questionnaire, StrictJson.read(body), List.of());
    }

    /**
     * Reads a body that says more than what is to be assessed.
     *
     * @param besides the members that somebody else reads
     * @throws InvalidAnswers with every fault, its pointer relative to the body
     */
    public static AssessmentRequest read(Questionnaire questionnaire, StrictJson json, List<String> besides) {
        var members = Stream.concat(MEMBERS.stream(), besides.stream()).toList();
        var faults = new AnswerFaults();
        checkFrame(json, members, faults);
        Optional<Language> language = language(json.tree());
        if (language.isEmpty()) {
            faults.add("/language", "there is no such language", "en or fr");
        }
        Answers answers = Answers.none(questionnaire);
        try {
            if (json.tree().path("answers").isObject()) {
                answers = AnswersReader.read(questionnaire, json.tree().path("answers"), inAnswers(json.duplicates()));
            }
        } catch (InvalidAnswers e) {
            faults.addAll(e, AssessmentRequest::inBody);
        }
        faults.throwIfAny();
        return new AssessmentRequest(answers, language.orElseThrow());
    }

    private static void checkFrame(StrictJson json, List<String> members, AnswerFaults faults) {
        if (!json.tree().isObject()) {
            faults.add("", "this is not an object", "an object with 'answers'");
            return;
        }
        json.tree().propertyNames().stream()
                .filter(name -> !members.contains(name))
                .forEach(name -> faults.addUnknown(
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "there is no such member",
                        "one of " + String.join(", ", members),
                        name,
                        members));
        json.duplicates().stream()
                .filter(pointer -> !pointer.startsWith(ANSWERS + "/"))
                .forEach(pointer -> faults.add(pointer, "this name is written twice", "one value a name"));
        if (!json.tree().path("answers").isObject()) {
            faults.add(ANSWERS, "there are no answers", "an object with one member a group of questions");
        }
    }

    private static Optional<Language> language(JsonNode body) {
        JsonNode language = body.path("language");
        if (language.isMissingNode() || language.isNull()) {
            return Optional.of(Language.EN);
        }
        return language.isString() ? Language.of(language.stringValue()) : Optional.empty();
    }

    private static List<String> inAnswers(List<String> pointers) {
        return pointers.stream()
                .filter(pointer -> pointer.startsWith(ANSWERS + "/"))
                .map(pointer -> pointer.substring(ANSWERS.length()))
                .toList();
    }

    private static AnswerFault inBody(AnswerFault fault) {
        return new AnswerFault(ANSWERS + fault.pointer(), fault.problem(), fault.expected(), fault.nearest());
    }
}
