package dev.stipple.api.fhir;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What may be added to a QuestionnaireResponse without a difference, and names to try. */
public final class ResponseAdditions {
    /** Names of elements that a response, an item or an answer has, or another resource. */
    public static final List<String> NAMES = List.of(
            "item",
            "answer",
            "linkId",
            "text",
            "definition",
            "modifierExtension",
            "implicitRules",
            "contained",
            "valueInteger",
            "valueDecimal",
            "valueString",
            "valueBoolean",
            "valueCoding",
            "_valueInteger",
            "system",
            "code",
            "display",
            "subject",
            "reference",
            "language",
            "authored",
            "questionnaire",
            "prefix");

    private static final Pattern TOLERATED = Pattern.compile("("
            + "/(id|meta|text|contained|extension|identifier|basedOn|partOf|encounter|authored|author|source"
            + "|_id|_language|_questionnaire|_status|_authored)"
            + "|/subject/(id|extension|identifier|_reference|_type|_display)"
            + "|(/item/\\d+|/answer/\\d+)*/item/\\d+/(id|extension|definition|text|_linkId|_definition|_text)"
            + "|(/item/\\d+|/answer/\\d+)*/answer/\\d+/(id|extension|_valueInteger)"
            + "|(/item/\\d+|/answer/\\d+)*/answer/\\d+/valueCoding"
            + "/(id|extension|version|display|userSelected|_system|_code|_display|_version)"
            + ")(/.*)?");

    private ResponseAdditions() {}

    static boolean isToleratedName(String place) {
        return TOLERATED.matcher(place).matches();
    }

    /** Whether what was added is tolerated by name, or says what holds without it. */
    public static boolean isTolerated(String place, JsonNode value) {
        return isToleratedName(place)
                || isOtherLanguage(place)
                || isUnanswered(value)
                || isYesBesideEntries(value)
                || isEntryBesideYes(value)
                || isSystem(place)
                || isOurs(place, value);
    }

    /** A response may leave out whose questionnaire it answers. */
    private static boolean isOurs(String place, JsonNode value) {
        return place.equals("/questionnaire") && value.asString("").equals(Fhir.QUESTIONNAIRE);
    }

    /** A coding may leave out the system, which its question has. */
    private static boolean isSystem(String place) {
        return place.endsWith("/valueCoding/system");
    }

    /** Words are in English where another language is asked for. */
    private static boolean isOtherLanguage(String place) {
        return place.equals("/language");
    }

    /** An item without an answer, which says what no item does; whatever else stands in it would be a fault. */
    private static boolean isUnanswered(JsonNode value) {
        return value.has("linkId")
                && !value.toString().contains("\"answer\":[{")
                && !value.toString().contains("-entry");
    }

    /** An entry of which nothing is known, which the answer that there are entries says itself. */
    private static boolean isEntryBesideYes(JsonNode value) {
        return value.path("linkId").asString("").endsWith("-entry")
                && !value.toString().contains("\"answer\":[{");
    }

    /** The answer that there are entries, which the entries say themselves: its item, answer or coding. */
    private static boolean isYesBesideEntries(JsonNode value) {
        if (value.path("linkId").asString("").endsWith("-any")) {
            return value.toString().contains("\"true\"");
        }
        JsonNode answer = value.isArray() && value.size() == 1 ? value.get(0) : value;
        JsonNode coding = answer.path("valueCoding").isObject() ? answer.path("valueCoding") : answer;
        return coding.path("system").asString("").endsWith("-any")
                && coding.path("code").asString("").equals("true");
    }
}
