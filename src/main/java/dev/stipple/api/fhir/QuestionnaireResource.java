package dev.stipple.api.fhir;

import static dev.stipple.api.fhir.Fhir.JSON;
import static dev.stipple.api.fhir.Fhir.coding;
import static dev.stipple.api.fhir.Fhir.extend;
import static dev.stipple.api.fhir.Fhir.extension;

import dev.stipple.answers.AnswersReader;
import dev.stipple.api.PictureLinks;
import dev.stipple.interview.Interview;
import dev.stipple.interview.Page;
import dev.stipple.interview.Part;
import dev.stipple.interview.Section;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Wording;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A questionnaire as a FHIR R4 Questionnaire, in the sections and on the pages of the interview. Yes-or-no questions are choices too, as a boolean could not be answered
 * with "not sure"; a question that must be answered always can be.
 */
public final class QuestionnaireResource {
    private static final int MOST_RADIO_BUTTONS = 9;
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private static final String PICTURE = "image/svg+xml";
    private static final Map<String, String> UCUM = Map.of("years", "a", "months", "mo", "weeks", "wk", "days", "d");

    private final Questionnaire questionnaire;
    private final Interview interview;
    private final PictureLinks pictures;
    private final EnableWhen enableWhen;

    private QuestionnaireResource(Rulebook rulebook) {
        this.questionnaire = rulebook.questionnaire();
        this.interview = rulebook.interview();
        this.pictures = PictureLinks.of(rulebook);
        this.enableWhen = new EnableWhen(questionnaire);
    }

    public static ObjectNode of(Rulebook rulebook) {
        return new QuestionnaireResource(rulebook).resource(rulebook.digest());
    }

    /** Whether a form may not leave the question out; a number has no "not sure" and always may be left out. */
    static boolean required(Question question) {
        return question.safetyCritical() && !(question instanceof Question.Number);
    }

    private ObjectNode resource(String digest) {
        ObjectNode resource = Fhir.resource("Questionnaire").put("id", Fhir.QUESTIONNAIRE_ID);
        resource.put("language", questionnaire.languages().original().tag());
        resource.put("url", Fhir.QUESTIONNAIRE).put("version", digest).put("name", Fhir.QUESTIONNAIRE_NAME);
        Fhir.put(resource, "title", questionnaire.title());
        resource.put("status", "active");
        resource.putArray("subjectType").add("Patient");
        Fhir.put(resource, "description", questionnaire.introduction());
        ArrayNode items = resource.putArray("item");
        interview.sections().forEach(section -> items.add(section(section)));
        interview.afterwards().forEach(page -> items.add(page(page)));
        return resource;
    }

    private ObjectNode section(Section section) {
        ObjectNode item = item(LinkIds.section(section), "group", section.title());
        ArrayNode pages = item.putArray("item");
        section.pages().forEach(page -> pages.add(page(page)));
        return item;
    }

    private ObjectNode page(Page page) {
        ObjectNode item = item(LinkIds.page(page), "group", page.title());
        ArrayNode items = item.putArray("item");
        Part.of(questionnaire, page).forEach(part -> items.add(part(part)));
        return item;
    }

    private ObjectNode part(Part part) {
        if (part instanceof Part.Single single) {
            return question(single.question());
        }
        return part instanceof Part.Gate gate ? any(gate.group()) : entry(((Part.Each) part).group());
    }

    private ObjectNode any(Group group) {
        ObjectNode any = item(LinkIds.any(group), "choice", Objects.requireNonNull(group.question()));
        control(any, "radio-button");
        any.put("required", group.questions().stream().anyMatch(Question::safetyCritical));
        any.set("answerOption", truth(Fhir.codes(LinkIds.any(group))));
        return any;
    }

    private ObjectNode entry(Group group) {
        ObjectNode entry = item(LinkIds.entry(group), "group", Objects.requireNonNull(group.entry()));
        extend(
                entry,
                extension("questionnaire-maxOccurs", "valueInteger", JSON.numberNode(AnswersReader.MOST_ENTRIES)));
        entry.putArray("enableWhen")
                .addObject()
                .put("question", LinkIds.any(group))
                .put("operator", "=")
                .set(
                        "answerCoding",
                        coding(
                                Fhir.codes(LinkIds.any(group)),
                                "true",
                                questionnaire.yesOrNo(true).original()));
        entry.put("repeats", true);
        ArrayNode items = entry.putArray("item");
        group.questions().forEach(question -> items.add(question(question)));
        return entry;
    }

    private ObjectNode question(Question question) {
        ObjectNode item = question.match(
                this::number,
                yesNo -> choice(yesNo, "radio-button", truth(Fhir.codes(yesNo))),
                choice -> choice(choice, fewOrMany(choice), options(choice, false)),
                choices -> choice(choices, "check-box", options(choices, true)).put("repeats", true),
                QuestionnaireResource::words);
        pictures.of(question).ifPresent(link -> extend(item, media("itemMedia", link, question.text())));
        help(item, question.hint());
        return enableWhen.guard(item, question);
    }

    private ObjectNode number(Question.Number question) {
        ObjectNode item = item(LinkIds.of(question), "integer", question.text());
        String unit = question.unit();
        ObjectNode ucum = coding(
                "http://unitsofmeasure.org",
                UCUM.getOrDefault(unit, "{" + unit + "}"),
                Objects.requireNonNull(questionnaire.units().get(unit)).other().original());
        extend(item, extension("questionnaire-unit", "valueCoding", ucum));
        extend(item, extension("minValue", "valueInteger", JSON.numberNode(question.min())));
        extend(item, extension("maxValue", "valueInteger", JSON.numberNode(question.max())));
        return item;
    }

    private static ObjectNode choice(Question question, String control, ArrayNode options) {
        ObjectNode item = item(LinkIds.of(question), "choice", question.text());
        control(item, control);
        item.put("required", required(question)).put("repeats", false);
        return item.set("answerOption", options);
    }

    private static ObjectNode words(Question.Text question) {
        return item(LinkIds.of(question), "string", question.text()).put("maxLength", Question.Text.LONGEST);
    }

    private static String fewOrMany(Question.Choice question) {
        return question.options().size() <= MOST_RADIO_BUTTONS ? "radio-button" : "drop-down";
    }

    private ArrayNode options(Question question, boolean many) {
        ArrayNode options = JSON.arrayNode();
        for (Option each : question.options()) {
            ObjectNode option = option(Fhir.codes(question), each.code(), each.text());
            pictures.of(question, each).ifPresent(link -> extend(option, media("itemAnswerMedia", link, each.text())));
            options.add(option);
        }
        options.add(option(Fhir.codes(question), AnswersReader.NOT_SURE, questionnaire.notSure()));
        options.forEach(option -> {
            String code = option.path("valueCoding").path("code").stringValue();
            if (many && code.equals(Option.NONE)) {
                extend(
                        (ObjectNode) option,
                        extension("questionnaire-optionExclusive", "valueBoolean", JSON.booleanNode(true)));
            }
        });
        return options;
    }

    private static ObjectNode media(String kind, String link, Wording title) {
        ObjectNode attachment = JSON.objectNode().put("contentType", PICTURE).put("url", link);
        Fhir.put(attachment, "title", title);
        return JSON.objectNode().put("url", SDC + kind).set("valueAttachment", attachment);
    }

    private ArrayNode truth(String system) {
        return JSON.arrayNode()
                .add(option(system, "true", questionnaire.yesOrNo(true)))
                .add(option(system, "false", questionnaire.yesOrNo(false)))
                .add(option(system, AnswersReader.NOT_SURE, questionnaire.notSure()));
    }

    private static ObjectNode option(String system, String code, Wording text) {
        ObjectNode coding = JSON.objectNode().put("system", system).put("code", code);
        Fhir.put(coding, "display", text);
        return JSON.objectNode().set("valueCoding", coding);
    }

    private static void help(ObjectNode item, @Nullable Wording hint) {
        if (hint != null) {
            ObjectNode help = item(LinkIds.help(item.path("linkId").stringValue()), "display", hint);
            control(help, "help");
            item.withArrayProperty("item").add(help);
        }
    }

    private static void control(ObjectNode item, String code) {
        ObjectNode concept = JSON.objectNode();
        concept.putArray("coding")
                .addObject()
                .put("system", "http://hl7.org/fhir/questionnaire-item-control")
                .put("code", code);
        extend(item, extension("questionnaire-itemControl", "valueCodeableConcept", concept));
    }

    private static ObjectNode item(String linkId, String type, Wording text) {
        ObjectNode item = JSON.objectNode();
        item.put("linkId", linkId);
        Fhir.put(item, "text", text);
        item.put("type", type);
        return item;
    }
}
