package dev.stipple.api.fhir;

import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.SentJson;
import dev.stipple.questionnaire.Question;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The answer of one item as the API has it. */
record ItemAnswer(Question question, ResponseFaults faults) {
    private static final List<String> TOLERATED_IN_CODING = List.of(
            "id", "extension", "version", "display", "userSelected", "_system", "_code", "_display", "_version");

    /** Reads at least one answer; null where it cannot be read, which is a fault then. */
    JsonNode read(Collection<SentJson> given) {
        return question.match(
                number -> number(only(given)),
                yesNo -> truth(only(given)),
                choice -> option(only(given)),
                choices -> choices(given),
                text -> words(only(given)));
    }

    private SentJson only(Collection<SentJson> given) {
        onlyFirst(given, faults);
        return given.iterator().next();
    }

    /** Refuses each answer after the first. */
    static void onlyFirst(Collection<SentJson> given, ResponseFaults faults) {
        given.stream().skip(1).forEach(more -> faults.add("structure", more, "there is more than one answer", "one"));
    }

    private JsonNode number(SentJson answer) {
        SentJson number = answer.at("valueInteger");
        if (number.isAbsent()) {
            faults.unfit().add("value", answer, "this is no number", "a valueInteger");
            return Fhir.JSON.nullNode();
        }
        return number.take();
    }

    private JsonNode words(SentJson answer) {
        SentJson words = answer.at("valueString");
        if (words.isAbsent()) {
            faults.unfit().add("value", answer, "this is no text", "a valueString");
            return Fhir.JSON.nullNode();
        }
        return words.take();
    }

    private JsonNode choices(Collection<SentJson> given) {
        ArrayNode all = Fhir.JSON.arrayNode();
        given.forEach(answer -> all.add(option(answer)));
        boolean unsure = all.size() == 1 && all.get(0).asString("").equals(AnswersReader.NOT_SURE);
        boolean unread = all.valueStream().anyMatch(JsonNode::isNull);
        return unread ? Fhir.JSON.nullNode() : unsure ? all.get(0) : all;
    }

    private JsonNode option(SentJson answer) {
        String code = code(answer, Fhir.codes(question));
        if (code.isEmpty()) {
            faults.unfit()
                    .add("value", answer, "this is no option", "a valueCoding with a code of " + Fhir.codes(question));
            return Fhir.JSON.nullNode();
        }
        return Fhir.JSON.stringNode(code);
    }

    private JsonNode truth(SentJson answer) {
        JsonNode code = option(answer);
        boolean truth = code.asString("").equals("true") || code.asString("").equals("false");
        return truth ? Fhir.JSON.booleanNode(Boolean.parseBoolean(code.stringValue())) : code;
    }

    /** The code of an answer; empty where it has none of this system. A coding may leave the system out. */
    static String code(SentJson answer, String system) {
        SentJson coding = answer.at("valueCoding");
        coding.tolerate(TOLERATED_IN_CODING);
        boolean ours = coding.at("system").text().orElse(system).equals(system);
        String code = coding.at("code").text().orElse("");
        return ours ? code : "";
    }
}
