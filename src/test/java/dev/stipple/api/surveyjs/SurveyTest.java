package dev.stipple.api.surveyjs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Shipped;
import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.Answers;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.api.PictureLinks;
import dev.stipple.interview.Interview;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurveyTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.rulebook().questionnaire();
    private static final Interview INTERVIEW = Shipped.rulebook().interview();
    private static final PictureLinks PICTURES =
            new PictureLinks("https://intake.example/pictures/", Set.of("norwood.svg", "scar-feel.svg"));

    @Test
    void everyQuestionIsInTheForm() {
        JsonNode form = Survey.of(QUESTIONNAIRE, INTERVIEW, PICTURES);

        int asked = form.findValues("title").size();

        int pages = INTERVIEW.pages().size();
        int gates = (int)
                QUESTIONNAIRE.groups().stream().filter(group -> group.repeats()).count();
        assertEquals(1 + pages + 2 * gates + QUESTIONNAIRE.questions().size(), asked);
    }

    @Test
    void itsPagesAreThoseOfTheInterview() {
        JsonNode form = Survey.of(QUESTIONNAIRE, INTERVIEW, PICTURES);

        assertEquals(
                INTERVIEW.pages().stream().map(page -> "page_" + page.id()).toList(),
                form.path("pages")
                        .valueStream()
                        .map(page -> page.path("name").stringValue())
                        .toList());
        assertEquals(
                INTERVIEW.sections().stream()
                        .map(section -> section.title().original())
                        .toList(),
                form.path("pages")
                        .valueStream()
                        .flatMap(page -> page.path("navigationTitle").path("default").stringValueOpt().stream())
                        .distinct()
                        .toList());
    }

    @Test
    void aQuestionIsVisibleWhenItIsAsked() {
        JsonNode form = Survey.of(QUESTIONNAIRE, INTERVIEW, PICTURES);

        assertEquals(
                "({candidate_sexAtBirth} anyof ['FEMALE', 'PREFER_NOT_TO_SAY'])"
                        + " and ({candidate_ageYears} notempty and {candidate_ageYears} <= 59)",
                visibleIf(form, "candidate_pregnancy"));
        assertEquals(
                "({hairLoss_alopecia} notempty and !({hairLoss_alopecia} anyof ['INJURY', 'NO_HAIR_LOSS']))",
                visibleIf(form, "hairLoss_activity"));
        assertEquals(
                "({panel.transplants_monthsAgo} notempty and {panel.transplants_monthsAgo} >= 6 and"
                        + " {panel.transplants_monthsAgo} <= 11)",
                visibleIf(form, "transplants_surgeonAgrees"));
    }

    @Test
    void aPictureThatIsThereStandsAboveItsQuestionAndIsShownWithIt() {
        JsonNode form = Survey.of(QUESTIONNAIRE, INTERVIEW, PICTURES);

        assertEquals(
                List.of("https://intake.example/pictures/norwood.svg", "https://intake.example/pictures/scar-feel.svg"),
                form.findValuesAsString("imageLink"));
        assertEquals(visibleIf(form, "hairLoss_norwood"), visibleIf(form, "hairLoss_norwood_picture"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | {}",
                "{'candidate_ageYears': 40} | {'candidate': {'ageYears': 40}}",
                "{'scars_any': false} | {'scars': []}",
                "{'scars_any': true} | {'scars': [{}]}",
                "{'scars_any': 'NOT_SURE'} | {'scars': 'NOT_SURE'}",
                "{'scars_any': true, 'scars': [{'scars_kind': 'FUT'}, {}]} | {'scars': [{'kind': 'FUT'}, {}]}",
                "{'scalp_symptoms': ['NOT_SURE']} | {'scalp': {'symptoms': 'NOT_SURE'}}",
                "{'scalp_symptoms': ['ITCH', 'NOT_SURE']} | {'scalp': {'symptoms': ['ITCH', 'NOT_SURE']}}",
                "{'scalp_symptoms': ['NONE']} | {'scalp': {'symptoms': ['NONE']}}"
            })
    void whatTheFormSendsIsReadAsAnswers(String data, String answers) {
        assertEquals(answers.replace('\'', '"').replace(" ", ""), json(read(data)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'candidate_ageYears': 'old'} | /candidate_ageYears",
                "{'candidate_ageYear': 40} | /candidate_ageYear",
                "{'scars_any': false, 'scars': [{}]} | /scars_any",
                "{'scars_any': 'maybe'} | /scars_any",
                "{'scars_any': 'NOT_SURE', 'scars': [{}]} | /scars_any",
                "{'scars': [{'scars_kind': 'FUT', 'x': 1}]} | /scars/0/x",
                "{'scars': [{'kind': 'FUT'}]} | /scars/0/kind",
                "{'scars': [{'scars_kind': 'X'}]} | /scars/0/scars_kind",
                "{'scars': [4]} | /scars/0",
                "{'scars': [{'allergies_kind': 'NICKEL'}]} | /scars/0/allergies_kind",
                "{'scars': 4} | /scars",
                "{'candidate_ageYears': 40, 'candidate_ageYears': 41} | /candidate_ageYears",
                "{'goal_looks': ['DENSITY'], 'goal_keepShort': true} | /goal_keepShort",
                "[] | \"\""
            })
    void everyFaultIsAtItsPlaceInTheData(String data, String pointer) {
        var faults =
                Assertions.assertThrows(InvalidAnswers.class, () -> read(data)).faults();

        assertEquals(
                List.of(pointer == null ? "" : pointer),
                faults.stream().map(AnswerFault::pointer).toList());
    }

    private static String visibleIf(JsonNode form, String name) {
        return form.findParents("name").stream()
                .filter(element -> element.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow()
                .path("visibleIf")
                .stringValue();
    }

    private static Answers read(String data) {
        return SurveyData.read(
                QUESTIONNAIRE, StrictJson.read(data.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(Answers answers) {
        return JsonMapper.shared().writeValueAsString(answers.json());
    }
}
