package dev.stipple.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersReaderTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();

    @Test
    void absentNullAndNotSureAreAllUnknown() {
        var absent = read("{}");

        var unsure = read("{'scars': 'NOT_SURE', 'candidate': {'sexAtBirth': 'NOT_SURE'}}");

        assertEquals(absent, read("{'candidate': null, 'scars': null}"));
        assertEquals(absent, read("{'candidate': {'ageYears': null}}"));
        assertEquals(absent.unanswered(), unsure.unanswered());
    }

    @Test
    void whoIsNotSureIsRememberedToHaveBeenAsked() {
        var unsure = read("{'scars': 'NOT_SURE', 'candidate': {'sexAtBirth': 'NOT_SURE', 'ageYears': null}}");

        assertEquals(
                List.of("/candidate/sexAtBirth", "/scars"),
                unsure.unanswered().stream()
                        .filter(unsure::isUnsure)
                        .map(Slot::pointer)
                        .toList());
        assertEquals(
                "{candidate={sexAtBirth=NOT_SURE}, scars=NOT_SURE}",
                unsure.json().toString());
        assertEquals("{}", read("{'candidate': 'NOT_SURE'}").json().toString());
        assertEquals(
                read("{'scars': []}").json(),
                unsure.with(QUESTIONNAIRE.group("scars").orElseThrow(), List.of())
                        .with(slot("candidate", "sexAtBirth"), null)
                        .json());
    }

    @Test
    void anEmptyGroupIsAnAnswer() {
        var scars = QUESTIONNAIRE.group("scars").orElseThrow();

        assertTrue(read("{'scars': []}").answered(scars));
        assertEquals(false, read("{}").answered(scars));
    }

    @Test
    void anEmptyArrayOfOptionsIsTheAnswerNone() {
        assertEquals(read("{'scalp': {'symptoms': ['NONE']}}"), read("{'scalp': {'symptoms': []}}"));
    }

    @Test
    void whoIsNotSureOfTheOthersSaysWhatIsChosenAndDeniesNothing() {
        Answers some = read("{'scalp': {'symptoms': ['PAIN', 'NOT_SURE', 'ITCH']}}");
        Slot slot = slot("scalp", "symptoms");

        assertTrue(some.isUnknown(slot));
        assertEquals(
                List.of("ITCH", "PAIN"),
                some.chosen(slot).stream().map(Option::code).toList());
        assertEquals("{scalp={symptoms=[ITCH, PAIN, NOT_SURE]}}", some.json().toString());
        assertEquals(some, read("{'scalp': {'symptoms': ['ITCH', 'PAIN', 'NOT_SURE']}}"));
    }

    @Test
    void theOrderOfOptionsAndOfMembersChangesNothing() {
        assertEquals(
                read("{'scalp': {'symptoms': ['ITCH', 'PAIN'], 'sebum': 'DRY'}}"),
                read("{'scalp': {'sebum': 'DRY', 'symptoms': ['PAIN', 'ITCH']}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'candidate': {'ageYears': '33'}} | /candidate/ageYears | this is not a whole number",
                "{'candidate': {'ageYears': 33.0}} | /candidate/ageYears | this is not a whole number",
                "{'candidate': {'ageYears': 33.5}} | /candidate/ageYears | this is not a whole number",
                "{'candidate': {'ageYears': 121}} | /candidate/ageYears | this number is out of bounds",
                "{'candidate': {'ageYears': -1}} | /candidate/ageYears | this number is out of bounds",
                "{'candidate': {'ageYears': 99999999999999999999}} | /candidate/ageYears | this number is out of bounds",
                "{'scalp': {'symptoms': ['NONE', 'NOT_SURE']}} | /scalp/symptoms | NONE stands beside NOT_SURE",
                "{'scalp': {'symptoms': ['ITCH', 'NOT_SURE', 'ITCH']}} | /scalp/symptoms/2 | this option is chosen twice",
                "{'scalp': {'symptoms': ['NOT_SURE', 'ITCH', 'NOT_SURE']}} | /scalp/symptoms/2 | this option is chosen twice",
                "{'scalp': {'symptoms': ['NOT_SURE']}} | /scalp/symptoms | NOT_SURE stands alone in an array",
                "{'scalp': {'symptoms': ['NOT_SURE', 'ITCH', 'ITHC']}} | /scalp/symptoms/2 | there is no such option",
                "{'scalp': {'sebum': ['NOT_SURE']}} | /scalp/sebum | this is not an option",
                "{'candidate': {'sexAtBirth': 2}} | /candidate/sexAtBirth | this is not an option",
                "{'candidate': {'sexAtBirth': 'female'}} | /candidate/sexAtBirth | there is no such option",
                "{'goal': {'keepShort': 'yes'}} | /goal/keepShort | this is not true or false",
                "{'goal': {'looks': 'DENSITY'}} | /goal/looks | this is not an array",
                "{'goal': {'looks': []}} | /goal/looks | nothing is chosen",
                "{'goal': {'looks': ['DENSITY', 'DENSITY']}} | /goal/looks/1 | this option is chosen twice",
                "{'scalp': {'symptoms': ['NONE', 'ITCH']}} | /scalp/symptoms | NONE stands beside other options",
                "{'scars': {'kind': 'FUE'}} | /scars | this is not an array",
                "{'scars': [1]} | /scars/0 | this is not an object",
                "{'skin': 3} | /skin | this is not an object",
                "{'candidate': {'sexAtBirth': 'MALE', 'pregnancy': 'NONE'}} | /candidate/pregnancy | this question does not apply",
                "{'a/b~c': 1} | /a~1b~0c | there is no such group of questions",
            })
    void whatDoesNotFitIsNamedAndNeverCoerced(String json, String pointer, String problem) {
        var faults = assertThrows(InvalidAnswers.class, () -> read(json)).faults();

        assertEquals(
                List.of(pointer, problem),
                List.of(faults.get(0).pointer(), faults.get(0).problem()));
        assertEquals(1, faults.size());
    }

    @Test
    void allFaultsAreToldAtOnceWithTheNearestName() {
        var faults = assertThrows(
                        InvalidAnswers.class,
                        () -> read("{'candidate': {'age': 4}, 'scrs': [], 'skin': {'monk': 'MST_11'}}"))
                .faults();

        assertEquals(
                List.of("ageYears", "scars", "MST_1"),
                faults.stream().map(AnswerFault::nearest).toList());
    }

    @Test
    void aNameWrittenTwiceIsAFault() {
        var faults = assertThrows(InvalidAnswers.class, () -> read("{'scalp': {'sebum': 'DRY', 'sebum': 'OILY'}}"))
                .faults();

        assertEquals("/scalp/sebum", faults.get(0).pointer());
    }

    @Test
    void anAnswerIsAcceptedWhileItsConditionIsStillOpen() {
        var answers = read("{'candidate': {'pregnancy': 'PREGNANT'}}");

        assertEquals(
                1,
                answers.entries(QUESTIONNAIRE.group("candidate").orElseThrow())
                        .get(0)
                        .values()
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[true] | false | person.smokes is one of true",
                "{not: [true]} | true | person.smokes is none of true",
                "[true], person.ageYears: {min: 18, max: 60} | true | person.smokes is one of true and person.ageYears is from 18 to 60",
                "[true], person.ageYears: {max: 4} | true | person.smokes is one of true and person.ageYears is at most 4",
                "[true], person.ageYears: {min: 18} | true | person.smokes is one of true and person.ageYears is at least 18",
            })
    void whereAQuestionDoesNotApplyItIsToldWhenItDoes(String condition, boolean smokes, String expected) {
        var questionnaire = Contents.read(
                        Small.with("questionnaire.yaml", "person.smokes: [true]}", "person.smokes: " + condition + "}"))
                .questionnaire();

        var faults = assertThrows(
                        InvalidAnswers.class,
                        () -> Small.answers(
                                questionnaire,
                                "{'person': {'ageYears': 5, 'smokes': " + smokes + ", 'yearsOfSmoking': 3}}"))
                .faults();

        assertEquals(
                List.of("no answer, as it is asked only when " + expected),
                faults.stream().map(AnswerFault::expected).toList());
    }

    @Test
    void theBoundsOfANumberAreTold() {
        for (String age : List.of("121", "'old'")) {
            var faults = assertThrows(
                            InvalidAnswers.class, () -> Small.answers("{'person': {'ageYears': " + age + "}}"))
                    .faults();

            assertEquals("a whole number from 0 to 120", faults.get(0).expected());
        }
    }

    @Test
    void answersThatAreNoObjectAreAFault() {
        var faults =
                assertThrows(InvalidAnswers.class, () -> Small.answers("[]")).faults();

        assertEquals(
                "[: this is not an object; expected an object with one member a group of questions]",
                faults.toString());
    }

    @Test
    void aGroupTakesAHundredEntriesAndNoMore() {
        var most = Small.answers("{'scars': [" + "{},".repeat(99) + "{}]}");
        var faults = assertThrows(InvalidAnswers.class, () -> Small.answers("{'scars': [" + "{},".repeat(100) + "{}]}"))
                .faults();

        assertEquals(100, most.json().get("scars") instanceof List<?> entries ? entries.size() : 0);
        assertEquals("[/scars: there are 101 entries; expected at most 100]", faults.toString());
    }

    @Test
    void answersLaidOverOthersTakeTheOthersAwayThatAreNoLongerAskedButNeverEachOther() {
        var json = StrictJson.read(
                        "{\"person\": {\"smokes\": false, \"yearsOfSmoking\": 3}}".getBytes(StandardCharsets.UTF_8))
                .tree();

        assertEquals(
                Small.answers("{'person': {'smokes': false}}"),
                AnswersReader.readApplicable(Small.questionnaire(), json, "/person/smokes"::equals));
        var faults = assertThrows(
                        InvalidAnswers.class,
                        () -> AnswersReader.readApplicable(
                                Small.questionnaire(), json, "/person/yearsOfSmoking"::equals))
                .faults();
        assertEquals(
                List.of("/person/yearsOfSmoking"),
                faults.stream().map(AnswerFault::pointer).toList());
    }

    private static Answers read(String json) {
        var read = StrictJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return AnswersReader.read(QUESTIONNAIRE, read.tree(), read.duplicates());
    }

    private static Slot slot(String group, String question) {
        var home = QUESTIONNAIRE.group(group).orElseThrow();
        return new Slot(home, 0, (Question.Closed) home.question(question).orElseThrow());
    }
}
