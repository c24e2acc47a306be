package dev.stipple.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.Small;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswersTest {
    private static final Questionnaire SMALL = Small.questionnaire();
    private static final Group PERSON = SMALL.group("person").orElseThrow();
    private static final Group SCARS = SMALL.group("scars").orElseThrow();

    @Test
    void aQuestionIsAskedOnceItsConditionIsFulfilledAndNotWhereItFails() {
        assertThat(asked("{'person': {'smokes': true}}", "person.yearsOfSmoking"))
                .isEqualTo(Asked.YES);
        assertThat(asked("{'person': {'smokes': false}}", "person.yearsOfSmoking"))
                .isEqualTo(Asked.NO);
        assertThat(asked("{}", "person.yearsOfSmoking")).isEqualTo(Asked.OPEN);
        assertThat(asked("{}", "person.smokes")).isEqualTo(Asked.YES);
    }

    @Test
    void ofSeveralConditionsOneThatFailsDecidesAndOneThatIsOpenLeavesItOpen() {
        var questionnaire = askedWhen("{person.smokes: [true], skin.tone: [DARK]}");

        assertThat(asked(questionnaire, "{'skin': {'tone': 'LIGHT'}}")).isEqualTo(Asked.NO);
        assertThat(asked(questionnaire, "{'skin': {'tone': 'DARK'}}")).isEqualTo(Asked.OPEN);
        assertThat(asked(questionnaire, "{'person': {'smokes': true}}")).isEqualTo(Asked.OPEN);
        assertThat(asked(questionnaire, "{'person': {'smokes': true}, 'skin': {'tone': 'DARK'}}"))
                .isEqualTo(Asked.YES);
    }

    @Test
    void aConditionOnAQuestionThatIsNotAskedItselfFails() {
        var questionnaire = askedWhen("{person.yearsOfSmoking: {min: 5}}");

        assertThat(asked(questionnaire, "{'person': {'smokes': false}}")).isEqualTo(Asked.NO);
        assertThat(asked(questionnaire, "{'person': {'smokes': true}}")).isEqualTo(Asked.OPEN);
        assertThat(asked(questionnaire, "{'person': {'smokes': true, 'yearsOfSmoking': 5}}"))
                .isEqualTo(Asked.YES);
        assertThat(asked(questionnaire, "{'person': {'smokes': true, 'yearsOfSmoking': 4}}"))
                .isEqualTo(Asked.NO);
    }

    @Test
    void aConditionOnChoicesOfWhichAPartIsKnownHangsOnTheOthersUnlessThePartTells() {
        assertThat(toneAsked("[RASH]", "['RASH', 'NOT_SURE']")).isEqualTo(Asked.YES);
        assertThat(toneAsked("[RASH]", "['MOLE', 'NOT_SURE']")).isEqualTo(Asked.OPEN);
        assertThat(toneAsked("[NONE]", "['MOLE', 'NOT_SURE']")).isEqualTo(Asked.NO);
        assertThat(toneAsked("{not: [NONE]}", "['MOLE', 'NOT_SURE']")).isEqualTo(Asked.YES);
        assertThat(toneAsked("{not: [RASH]}", "['RASH', 'NOT_SURE']")).isEqualTo(Asked.NO);
        assertThat(toneAsked("{not: [RASH]}", "['MOLE', 'NOT_SURE']")).isEqualTo(Asked.OPEN);
    }

    @Test
    void aQuestionIsLeftOutBecauseOfTheAnswerAtTheRoot() {
        assertThat(because("{'person': {'smokes': false}}")).isEqualTo("/person/smokes");
        assertThat(because("{}")).isEmpty();
        assertThat(because("{'person': {'smokes': true}}")).isEmpty();

        var chain = askedWhen("{person.yearsOfSmoking: {min: 5}}");
        var answers = Small.answers(chain, "{'person': {'smokes': false}}");
        var skin = chain.group("skin").orElseThrow();

        assertThat(answers.because(new Slot(skin, 0, chain.closed("skin.marks").orElseThrow())))
                .map(Slot::pointer)
                .contains("/person/smokes");
    }

    private static String because(String json) {
        return Small.answers(json)
                .because(new Slot(
                        PERSON, 0, SMALL.closed("person.yearsOfSmoking").orElseThrow()))
                .map(Slot::pointer)
                .orElse("");
    }

    @Test
    void aConditionWithinARepeatingGroupIsAboutTheSameEntry() {
        var questionnaire = Contents.read(Small.with(
                        "questionnaire.yaml",
                        "    change: {by: WAIT}\n",
                        "    change: {by: WAIT}\n    askedWhen: {scars.kind: [FUT]}\n"))
                .questionnaire();
        var answers = Small.answers(questionnaire, "{'scars': [{'kind': 'FUE'}, {'kind': 'FUT'}, {}]}");
        var months = questionnaire.question("scars.monthsOld").orElseThrow();
        var scars = questionnaire.group("scars").orElseThrow();

        assertThat(answers.entries(scars))
                .extracting(entry -> answers.asked(months, entry))
                .containsExactly(Asked.NO, Asked.YES, Asked.OPEN);
        assertThat(pointers(answers.unanswered()))
                .contains("/scars/1/monthsOld", "/scars/2/kind", "/scars/2/monthsOld")
                .doesNotContain("/scars", "/scars/0/monthsOld", "/scars/0/kind");
    }

    @Test
    void everySlotStandsInTheOrderOfTheQuestionnaire() {
        assertThat(pointers(Small.answers("{'scars': [{'kind': 'FUE'}, {}]}").slots()))
                .containsExactly(
                        "/person/ageYears",
                        "/person/smokes",
                        "/person/yearsOfSmoking",
                        "/skin/tone",
                        "/skin/marks",
                        "/scars",
                        "/scars/0/kind",
                        "/scars/0/monthsOld",
                        "/scars/1/kind",
                        "/scars/1/monthsOld");
    }

    @Test
    void whatIsUnansweredIsWhatIsAskedOrMayBeAndHasNoValue() {
        assertThat(pointers(Answers.none(SMALL).unanswered()))
                .containsExactly(
                        "/person/ageYears",
                        "/person/smokes",
                        "/person/yearsOfSmoking",
                        "/skin/tone",
                        "/skin/marks",
                        "/scars");
        assertThat(pointers(Small.answers("{'person': {'ageYears': 40, 'smokes': false}, 'scars': []}")
                        .unanswered()))
                .containsExactly("/skin/tone", "/skin/marks");
    }

    @Test
    void aSlotNamesItsPlaceInTheAnswers() {
        var kind = SMALL.closed("scars.kind").orElseThrow();

        assertThat(Slot.of(SCARS).pointer()).isEqualTo("/scars");
        assertThat(new Slot(SCARS, 3, kind).pointer()).isEqualTo("/scars/3/kind");
        assertThat(age().pointer()).isEqualTo("/person/ageYears");
    }

    @Test
    void aGroupIsSafetyCriticalWhereOneOfItsQuestionsIs() {
        var questionnaire = Contents.read(Small.with(
                        "questionnaire.yaml", "  - id: monthsOld\n", "  - id: monthsOld\n    safety: true\n"))
                .questionnaire();
        var scars = questionnaire.group("scars").orElseThrow();

        assertThat(Slot.of(scars).isSafetyCritical()).isTrue();
        assertThat(new Slot(scars, 0, questionnaire.closed("scars.monthsOld").orElseThrow()).isSafetyCritical())
                .isTrue();
        assertThat(new Slot(scars, 0, questionnaire.closed("scars.kind").orElseThrow()).isSafetyCritical())
                .isFalse();
        assertThat(Slot.of(SCARS).isSafetyCritical()).isFalse();
    }

    @Test
    void aValueIsPutInAndTakenOutWithoutTouchingTheOthers() {
        var before = Small.answers("{'person': {'smokes': false}, 'scars': [{'kind': 'FUE'}, {'kind': 'FUT'}]}");
        var months = new Slot(SCARS, 1, SMALL.closed("scars.monthsOld").orElseThrow());

        var after = before.with(age(), new Value.Quantity(40)).with(months, new Value.Quantity(7));

        assertThat(after)
                .isEqualTo(
                        Small.answers(
                                "{'person': {'ageYears': 40, 'smokes': false}, 'scars': [{'kind': 'FUE'}, {'kind': 'FUT', 'monthsOld': 7}]}"));
        assertThat(after.with(age(), null).with(months, null)).isEqualTo(before);
        assertThat(before.value(age())).isEmpty();
        assertThat(after.value(months)).contains(new Value.Quantity(7));
    }

    @Test
    void aRepeatingGroupIsUnknownNoneOrItsEntries() {
        var unknown = Answers.none(SMALL);
        var none = unknown.with(SCARS, List.of());
        var one = none.with(SCARS, List.of(Entry.EMPTY));

        assertThat(List.of(unknown.answered(SCARS), none.answered(SCARS), one.answered(SCARS)))
                .containsExactly(false, true, true);
        assertThat(List.of(unknown.entries(SCARS), none.entries(SCARS), one.entries(SCARS)))
                .containsExactly(List.of(), List.of(), List.of(Entry.EMPTY));
        assertThat(one.without(SCARS)).isEqualTo(unknown).isNotEqualTo(none);
        assertThat(unknown.isUnknown(Slot.of(SCARS))).isTrue();
        assertThat(none.isUnknown(Slot.of(SCARS))).isFalse();
    }

    @Test
    void aGroupThatDoesNotRepeatHasExactlyOneEntry() {
        var none = Answers.none(SMALL);

        assertThat(none.answered(PERSON)).isTrue();
        assertThat(none.entries(PERSON)).containsExactly(Entry.EMPTY);
        assertThatThrownBy(() -> none.with(PERSON, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("person");
        assertThat(none.with(PERSON, List.of(Entry.EMPTY))).isEqualTo(none);
    }

    @Test
    void answersToQuestionsThatAreNotAskedAreLeftOutWithAllThatHangsOnThem() {
        var questionnaire = askedWhen("{person.yearsOfSmoking: {min: 5}}");
        var smoker = Small.answers(
                questionnaire,
                "{'person': {'ageYears': 40, 'smokes': true, 'yearsOfSmoking': 9}, 'skin': {'marks': ['MOLE']}}");
        var smokes = new Slot(
                questionnaire.group("person").orElseThrow(),
                0,
                questionnaire.closed("person.smokes").orElseThrow());

        var stopped = smoker.with(smokes, new Value.Flag(false));

        assertThat(stopped.applicable().json()).isEqualTo(Map.of("person", Map.of("ageYears", 40, "smokes", false)));
        assertThat(smoker.applicable()).isSameAs(smoker);
        assertThat(smoker.with(smokes, null).applicable().value(smokes)).isEmpty();
        assertThat(smoker.with(smokes, null).applicable().json()).containsKey("skin");
    }

    @Test
    void whatWasReadIsWrittenAsItWas() {
        String json =
                "{'person':{'ageYears':40,'smokes':true},'skin':{'tone':'DARK','marks':['MOLE','RASH']},'scars':[{'kind':'FUT'},{}]}";

        assertThat(Small.answers(json).json())
                .isEqualTo(Map.of(
                        "person",
                        Map.of("ageYears", 40, "smokes", true),
                        "skin",
                        Map.of("tone", "DARK", "marks", List.of("MOLE", "RASH")),
                        "scars",
                        List.of(Map.of("kind", "FUT"), Map.of())));
        assertThat(Small.answers("{'scars': []}").json()).isEqualTo(Map.of("scars", List.of()));
        assertThat(Small.answers("{'skin': {}}").json()).isEmpty();
    }

    @Test
    void answersAreTheSameWhereTheyHoldTheSame() {
        var answers = Small.answers("{'person': {'ageYears': 40}}");

        assertThat(answers)
                .isEqualTo(Small.answers("{'person': {'ageYears': 40}, 'skin': null}"))
                .hasSameHashCodeAs(Small.answers("{'person': {'ageYears': 40}}"))
                .isNotEqualTo(Small.answers("{'person': {'ageYears': 41}}"))
                .isNotEqualTo(Small.answers("{'person': {'ageYears': 40}, 'scars': []}"))
                .isNotEqualTo("answers");
        assertThat(answers.hashCode())
                .isNotEqualTo(Small.answers("{'person': {'ageYears': 41}}").hashCode());
    }

    @Test
    void noTextOfAnswersTellsThem() {
        assertThat(Small.answers("{'person': {'ageYears': 47}, 'scars': []}")).hasToString("Answers of 2 groups");
    }

    private static Asked asked(String json, String path) {
        var answers = Small.answers(json);
        var question = answers.questionnaire().question(path).orElseThrow();
        return answers.asked(question, answers.entries(PERSON).get(0));
    }

    /** Whether skin.marks is asked. */
    private static Asked asked(Questionnaire questionnaire, String json) {
        var answers = Small.answers(questionnaire, json);
        var skin = questionnaire.group("skin").orElseThrow();
        return answers.asked(
                skin.question("marks").orElseThrow(), answers.entries(skin).get(0));
    }

    /** Whether skin.tone is asked on a condition of skin.marks. */
    private static Asked toneAsked(String marks, String answered) {
        var questionnaire = Contents.read(Small.with(
                        "questionnaire.yaml",
                        "  - id: tone\n",
                        "  - id: tone\n    askedWhen: {skin.marks: " + marks + "}\n"))
                .questionnaire();
        var answers = Small.answers(questionnaire, "{'skin': {'marks': " + answered + "}}");
        var skin = questionnaire.group("skin").orElseThrow();
        return answers.asked(
                skin.question("tone").orElseThrow(), answers.entries(skin).get(0));
    }

    /** The small questionnaire with a condition on skin.marks. */
    private static Questionnaire askedWhen(String condition) {
        return Contents.read(Small.with(
                        "questionnaire.yaml", "  - id: marks\n", "  - id: marks\n    askedWhen: " + condition + "\n"))
                .questionnaire();
    }

    private static Slot age() {
        return new Slot(PERSON, 0, SMALL.closed("person.ageYears").orElseThrow());
    }

    private static List<String> pointers(List<Slot> slots) {
        return slots.stream().map(Slot::pointer).toList();
    }
}
