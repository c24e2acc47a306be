package dev.stipple.api.surveyjs;

import dev.stipple.answers.AnswersReader;
import dev.stipple.api.PictureLinks;
import dev.stipple.interview.Interview;
import dev.stipple.interview.Page;
import dev.stipple.interview.Part;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.wording.Wording;
import dev.stipple.wording.Words;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A questionnaire as a SurveyJS form, on the pages of the interview, in every language. */
final class Survey {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Questionnaire questionnaire;
    private final Interview interview;
    private final PictureLinks pictures;
    private final VisibleIf visible;

    private Survey(Questionnaire questionnaire, Interview interview, PictureLinks pictures) {
        this.questionnaire = questionnaire;
        this.interview = interview;
        this.pictures = pictures;
        this.visible = new VisibleIf(questionnaire);
    }

    static ObjectNode of(Questionnaire questionnaire, Interview interview, PictureLinks pictures) {
        return new Survey(questionnaire, interview, pictures).form();
    }

    private ObjectNode form() {
        ObjectNode form = JSON.objectNode();
        form.set("title", words(questionnaire.title()));
        form.set("description", words(questionnaire.introduction()));
        form.put("showQuestionNumbers", "off");
        form.put("clearInvisibleValues", "onHidden");
        ArrayNode pages = form.putArray("pages");
        interview.pages().forEach(page -> pages.add(page(page)));
        return form;
    }

    /** A page, which the navigation calls by its section. */
    private ObjectNode page(Page page) {
        ObjectNode form = JSON.objectNode().put("name", "page_" + page.id());
        form.set("title", words(page.title()));
        interview.sectionOf(page).ifPresent(section -> form.set("navigationTitle", words(section.title())));
        ArrayNode elements = form.putArray("elements");
        Part.of(questionnaire, page).forEach(part -> add(part, elements));
        return form;
    }

    private void add(Part part, ArrayNode elements) {
        if (part instanceof Part.Single single) {
            add(single.question(), elements);
        } else if (part instanceof Part.Gate gate) {
            elements.add(any(gate.group()));
        } else if (part instanceof Part.Each each) {
            elements.add(entries(each.group()));
        }
    }

    private ObjectNode any(Group group) {
        ObjectNode any = element("radiogroup", Names.any(group), Objects.requireNonNull(group.question()), null);
        any.set("choices", truth());
        return any;
    }

    private ObjectNode entries(Group group) {
        ObjectNode entries = element("paneldynamic", group.id(), group.title(), null);
        entries.put("titleLocation", "hidden");
        entries.put("visibleIf", "{" + Names.any(group) + "} = true");
        entries.put("panelCount", 1).put("minPanelCount", 1).put("maxPanelCount", AnswersReader.MOST_ENTRIES);
        entries.set("templateTitle", words(Objects.requireNonNull(group.entry())));
        entries.set("panelAddText", word("another"));
        entries.set("panelRemoveText", word("remove"));
        ArrayNode elements = entries.putArray("templateElements");
        group.questions().forEach(question -> add(question, elements));
        return entries;
    }

    /** Adds a question below its picture. */
    private void add(Question question, ArrayNode elements) {
        String name = Names.of(question);
        pictures.of(question).ifPresent(link -> elements.add(shownWith(question, picture(question, name, link))));
        elements.add(shownWith(question, question(question, name)));
    }

    private static ObjectNode picture(Question question, String name, String link) {
        ObjectNode picture = JSON.objectNode()
                .put("type", "image")
                .put("name", name + "_picture")
                .put("imageLink", link);
        picture.put("imageFit", "contain").put("imageWidth", "100%").put("imageHeight", "auto");
        picture.set("altText", words(question.text()));
        return picture;
    }

    private ObjectNode shownWith(Question question, ObjectNode element) {
        visible.of(question).ifPresent(expression -> element.put("visibleIf", expression));
        return element;
    }

    private ObjectNode question(Question question, String name) {
        return question.match(
                number -> number(number, name),
                yesNo -> choice("radiogroup", yesNo, name, truth()),
                choice -> choice("radiogroup", choice, name, options(choice)),
                choices -> choice("checkbox", choices, name, options(choices)),
                text -> words(text, name));
    }

    private ObjectNode number(Question.Number question, String name) {
        ObjectNode number = element("text", name, question.text(), question.hint());
        number.put("inputType", "number").put("min", question.min()).put("max", question.max());
        number.put("step", 1);
        var unit = Objects.requireNonNull(questionnaire.units().get(question.unit()));
        number.set("placeholder", words(unit.other()));
        return number;
    }

    private static ObjectNode words(Question.Text question, String name) {
        return element("comment", name, question.text(), question.hint()).put("maxLength", Question.Text.LONGEST);
    }

    private static ObjectNode choice(String type, Question question, String name, ArrayNode choices) {
        ObjectNode choice = element(type, name, question.text(), question.hint());
        choice.set("choices", choices);
        return choice;
    }

    private ArrayNode options(Question question) {
        ArrayNode choices = JSON.arrayNode();
        question.options().forEach(option -> choices.add(option(question, option.code(), option.text())));
        return choices.add(option(question, AnswersReader.NOT_SURE, questionnaire.notSure()));
    }

    private static ObjectNode option(Question question, String code, Wording text) {
        ObjectNode option = JSON.objectNode().put("value", code);
        option.set("text", words(text));
        if (code.equals(Option.NONE) && question instanceof Question.Choices) {
            option.put("isExclusive", true);
        }
        return option;
    }

    private ArrayNode truth() {
        ArrayNode choices = JSON.arrayNode();
        Stream.of(true, false)
                .forEach(value ->
                        choices.addObject().put("value", value).set("text", words(questionnaire.yesOrNo(value))));
        choices.addObject().put("value", AnswersReader.NOT_SURE).set("text", words(questionnaire.notSure()));
        return choices;
    }

    private static ObjectNode element(String type, String name, Wording title, @Nullable Wording hint) {
        ObjectNode element = JSON.objectNode().put("type", type).put("name", name);
        element.set("title", words(title));
        if (hint != null) {
            element.set("description", words(hint));
        }
        return element;
    }

    private ObjectNode word(String key) {
        return words(Words.of("forms", key, questionnaire.languages()));
    }

    /** The text in the language of the rules, which is shown where no other is wanted, and its translations. */
    private static ObjectNode words(Wording wording) {
        ObjectNode words = JSON.objectNode().put("default", wording.original());
        wording.texts().entrySet().stream()
                .skip(1)
                .forEach(text -> words.put(text.getKey().tag(), text.getValue()));
        return words;
    }
}
