package dev.stipple.api.fhir;

import dev.stipple.access.refusals.FhirDoor;
import dev.stipple.questionnaire.Question;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pieces that resources are made of, and the names that stand in them. */
public final class Fhir {
    public static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Media type of FHIR in JSON. */
    public static final String MEDIA_TYPE = FhirDoor.MEDIA_TYPE;

    /** Id of the one questionnaire. */
    public static final String QUESTIONNAIRE_ID = "intake";

    /** What the one questionnaire is called by programs. */
    public static final String QUESTIONNAIRE_NAME = "Intake";

    /** Canonical address of the one questionnaire; its version is the digest of the rulebook. */
    public static final String QUESTIONNAIRE = "urn:stipple:questionnaire:" + QUESTIONNAIRE_ID;

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private static final Pattern VERSION = Pattern.compile("/_history/[^/]+$");

    private Fhir() {}

    static String rulebook(String digest) {
        return "urn:stipple:rulebook:" + digest;
    }

    /** The code system of the options of a question. */
    public static String codes(Question question) {
        return codes(question.path());
    }

    public static String codes(String name) {
        return "urn:stipple:codes:" + name;
    }

    public static ObjectNode resource(String type) {
        return JSON.objectNode().put("resourceType", type);
    }

    static ObjectNode coding(String system, String code, String display) {
        return JSON.objectNode().put("system", system).put("code", code).put("display", display);
    }

    static ObjectNode concept(String text, ObjectNode... codings) {
        ArrayNode all = JSON.arrayNode();
        for (ObjectNode coding : codings) {
            all.add(coding);
        }
        ObjectNode concept = JSON.objectNode();
        concept.set("coding", all);
        return concept.put("text", text);
    }

    /** Puts a text into an object in the language of the rules, with its translations beside it. */
    public static void put(ObjectNode object, String name, Wording wording) {
        object.put(name, wording.original());
        ObjectNode beside = JSON.objectNode();
        wording.texts().entrySet().stream()
                .skip(1)
                .forEach(text -> extend(beside, translation(text.getKey(), text.getValue())));
        if (!beside.isEmpty()) {
            object.set("_" + name, beside);
        }
    }

    private static ObjectNode translation(Language language, String text) {
        ObjectNode translation = JSON.objectNode().put("url", CORE + "translation");
        ArrayNode parts = translation.putArray("extension");
        parts.addObject().put("url", "lang").put("valueCode", language.tag());
        parts.addObject().put("url", "content").put("valueString", text);
        return translation;
    }

    /** An extension of the FHIR core with one value, such as {@code valueInteger}. */
    public static ObjectNode extension(String name, String type, JsonNode value) {
        return JSON.objectNode().put("url", CORE + name).set(type, value);
    }

    public static void extend(ObjectNode element, ObjectNode extension) {
        element.withArrayProperty("extension").add(extension);
    }

    /** A reference without the version that it may name. */
    public static String unversioned(String reference) {
        return VERSION.matcher(reference).replaceFirst("");
    }
}
