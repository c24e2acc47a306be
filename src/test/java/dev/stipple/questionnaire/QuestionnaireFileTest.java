package dev.stipple.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.questionnaire.Questionnaire.UnitWording;
import dev.stipple.questionnaire.Questionnaire.VerdictWording;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionnaireFileTest {
    private final List<Fault> faults = new ArrayList<>();

    @Test
    void everyPartOfAQuestionIsRead() {
        var questionnaire = read("  - id: yearsOfSmoking\n", """
                  - id: yearsOfSmoking
                    safety: true
                    countsOn: true
                    picture: years.svg
                    hint: {en: All in all., fr: En tout.}
                    change: {by: WAIT, from: [], to: []}
                """);

        assertThat(questionnaire.question("person.yearsOfSmoking"))
                .contains(new Question.Number(
                        new Question.Head(
                                "person",
                                "yearsOfSmoking",
                                true,
                                new Change("WAIT", List.of(), List.of(), false),
                                Grading.NONE,
                                List.of(new Requirement("person.smokes", Set.of("true"), false, 0, 0)),
                                "years.svg",
                                Spoken.wording("For how many years?", "Depuis combien d'années ?"),
                                Spoken.wording("All in all.", "En tout.")),
                        0,
                        100,
                        "years",
                        true));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "30, 2", "400, 1", "400, 3"})
    void whatHangsOnManyOthersIsRefused(int questions, int others) {
        read("- group: skin\n", more(questions, others));

        assertThat(faults).extracting(Fault::kind).contains("limit");
    }

    @Test
    void eightMayHangOnEachOther() {
        read("- group: skin\n", more(9, 3));

        assertThat(faults).isEmpty();
    }

    @Test
    void aQuestionnaireOfThousandsOfQuestionsIsRefusedAtItsGroup() {
        read("- group: skin\n", more(600, 0));

        assertThat(faults).extracting(Fault::kind).containsExactly("limit");
        assertThat(faults.get(0).place().line()).isGreaterThan(40);
    }

    /** A group of questions, each asked when some of those before it are answered with yes. */
    private static String more(int questions, int others) {
        var text = new StringBuilder("- group: more\n  fact: More\n  title: {en: More, fr: Plus}\n  questions:\n");
        for (int i = 0; i < questions; i++) {
            var when = new ArrayList<String>();
            for (int other = Math.max(0, i - others); other < i; other++) {
                when.add("more.q" + other + ": [true]");
            }
            text.append("  - {id: q%d, type: boolean, text: {en: \"Q %d?\", fr: \"Q %d ?\"}, askedWhen: {%s}}\n"
                    .formatted(i, i, i, String.join(", ", when)));
        }
        return text + "- group: skin\n";
    }

    @Test
    void optionsAreReadInTheirOrderWithNoneLast() {
        var marks =
                (Question.Choices) Small.questionnaire().question("skin.marks").orElseThrow();

        assertThat(marks.options())
                .containsExactly(
                        new Option("MOLE", 0, Spoken.wording("Mole", "Grain de beauté")),
                        new Option("RASH", 1, Spoken.wording("Rash", "Éruption")),
                        new Option("NONE", 2, Spoken.wording("None", "Aucune")));
        assertThat(marks.none()).contains(marks.options().get(2));
        assertThat(marks.hint()).isNull();
        assertThat(marks.picture()).isNull();
        assertThat(marks.safetyCritical()).isFalse();
        assertThat(marks.change()).isNull();
    }

    @Test
    void everyPartOfAGroupIsRead() {
        var scars = Small.questionnaire().group("scars").orElseThrow();
        var skin = Small.questionnaire().group("skin").orElseThrow();

        assertThat(List.of(scars.fact(), scars.repeats(), scars.title()))
                .containsExactly("Scar", true, Spoken.wording("Scars", "Cicatrices"));
        assertThat(scars.entry()).isEqualTo(Spoken.wording("scar", "cicatrice"));
        assertThat(scars.question()).isEqualTo(Spoken.wording("Do you have scars?", "Avez-vous des cicatrices ?"));
        assertThat(skin.repeats()).isFalse();
        assertThat(skin.entry()).isNull();
        assertThat(skin.question()).isNull();
    }

    @Test
    void whatThePartsOfAnAnswerAreCalledIsRead() {
        var questionnaire = read("factors:\n  age: {en: Age, fr: Âge}\n", "factors:\n");

        assertThat(questionnaire.title()).isEqualTo(Spoken.wording("Does it suit you?", "Cela vous convient-il ?"));
        assertThat(questionnaire.introduction()).isEqualTo(Spoken.wording("A few questions.", "Quelques questions."));
        assertThat(questionnaire.disclaimer())
                .isEqualTo(Spoken.wording("This is not medical advice.", "Ceci n'est pas un avis médical."));
        assertThat(questionnaire.verdicts())
                .containsEntry(
                        "DEFER",
                        new VerdictWording(
                                Spoken.wording("Not yet", "Pas encore"), Spoken.wording("Wait.", "Attendez."), "↻"));
        assertThat(questionnaire.effects()).containsEntry("SUPPORTS", Spoken.wording("For", "Pour"));
        assertThat(questionnaire.topics())
                .containsExactly(Map.entry("SESSIONS", Spoken.wording("Sessions", "Séances")));
        assertThat(questionnaire.changes()).containsExactly(Map.entry("WAIT", Spoken.wording("Wait", "Attendre")));
        assertThat(questionnaire.units())
                .containsEntry("years", new UnitWording(Spoken.wording("year", "an"), Spoken.wording("years", "ans")));
        assertThat(questionnaire.factors())
                .containsExactly(
                        Map.entry("scars", Spoken.wording("Scars", "Cicatrices")),
                        Map.entry("skin", Spoken.wording("Skin", "Peau")));
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsLookedForByNameIsFoundOrNot() {
        var questionnaire = Small.questionnaire();
        var tone = questionnaire.question("skin.tone").orElseThrow();

        assertThat(questionnaire.questions())
                .extracting(Question::path)
                .containsExactly(
                        "person.ageYears",
                        "person.smokes",
                        "person.yearsOfSmoking",
                        "skin.tone",
                        "skin.marks",
                        "scars.kind",
                        "scars.monthsOld");
        assertThat(questionnaire.questions()).extracting(Question::hashCode).doesNotHaveDuplicates();
        assertThat(questionnaire.groups()).extracting(Group::hashCode).doesNotHaveDuplicates();
        assertThat(questionnaire.group("skins")).isEmpty();
        assertThat(questionnaire.groupOfFact("Scar"))
                .hasValueSatisfying(group -> assertThat(group.id()).isEqualTo("scars"));
        assertThat(questionnaire.groupOfFact("scars")).isEmpty();
        assertThat(questionnaire.question("skin")).isEmpty();
        assertThat(questionnaire.question("skin.kind")).isEmpty();
        assertThat(questionnaire.question(".tone")).isEmpty();
        assertThat(tone.option("DARK"))
                .hasValueSatisfying(option -> assertThat(option.position()).isEqualTo(2));
        assertThat(tone.option("DARKER")).isEmpty();
        assertThat(tone.codes()).containsExactly("LIGHT", "MEDIUM", "DARK");
    }

    @Test
    void oneIsCalledOtherwiseThanMany() {
        UnitWording months = requireNonNull(Small.questionnaire().units().get("months"));

        assertThat(List.of(0, 1, 2))
                .extracting(number -> months.of(number).original())
                .containsExactly("months", "month", "months");
    }

    @Test
    void aPictureOfAnOptionIsNamedAfterThatOfItsQuestion() {
        var questionnaire = read("  - id: tone\n", "  - id: tone\n    picture: tone.svg\n");
        var tone = questionnaire.question("skin.tone").orElseThrow();
        var marks = questionnaire.question("skin.marks").orElseThrow();

        assertThat(tone.pictureOf(tone.options().get(0))).contains("tone-LIGHT.svg");
        assertThat(marks.pictureOf(marks.options().get(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [A, B]             | A  | true
            [A, B]             | C  | false
            {not: [A, B]}      | A  | false
            {not: [A, B]}      | C  | true
            {min: 3, max: 5}   | 2  | false
            {min: 3, max: 5}   | 3  | true
            {min: 3, max: 5}   | 5  | true
            {min: 3, max: 5}   | 6  | false
            {min: 3}           | 99 | true
            {min: 3}           | 2  | false
            {max: 5}           | 0  | true
            {max: 5}           | 6  | false
            """)
    void aConditionAcceptsTheAnswersThatItNames(String condition, String answer, boolean accepted) {
        boolean number = answer.matches("\\d+");
        String other = number ? "person.ageYears" : "skin.tone";
        var questionnaire =
                read("  - id: marks\n", "  - id: marks\n    askedWhen: {" + other + ": " + condition + "}\n");
        var requirement =
                questionnaire.question("skin.marks").orElseThrow().askedWhen().get(0);

        assertThat(requirement.accepts(
                        number
                                ? new Value.Quantity(Integer.parseInt(answer))
                                : new Value.Choice(new Option(answer, 0, Spoken.wording("", "")))))
                .isEqualTo(accepted);
        assertThat(requirement.question()).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            group: skin           | group: Scalp                     | 47:10 name: 'Scalp' is not a name; write a lower-case word such as 'candidate'
            fact: Skin            | fact: scalp                      | 48:9 name: 'scalp' is not a name; write an upper-case name such as 'Candidate'
            id: tone              | id: Tone                         | 51:9 name: 'Tone' is not a question id; write a lower-case word such as 'ageYears'
            group: skin           | group: person                    | 47:10 duplicate: 'person' is there twice; rename one of them
            fact: Skin            | fact: Person                     | 48:9 duplicate: 'Person' is there twice; rename one of them
            id: marks             | id: tone                         | 58:9 duplicate: 'skin.tone' is there twice; rename one of them
            code: DARK            | code: dark                       | 57:14 option-code: 'dark' is not an option code; write an upper-case word such as FLAT_PALE
            code: DARK            | code: LIGHT                      | 57:14 duplicate: the option LIGHT is there twice; keep one of them
            type: boolean         | type: bool                       | 38:11 unknown-type: there is no question type 'bool'; write 'boolean'
            max: 120              | max: -1                          | 34:10 bounds: the minimum is above the maximum; swap them
            unit: years           | unit: yeers                      | 33:11 unknown-unit: there is no unit 'yeers'; write 'years'
            by: WAIT              | by: WAITT                        | 84:18 unknown-change: there is no change 'WAITT'; write 'WAIT'
            type: boolean         | type: boolean\\n    change: {by: WAIT, to: [truth]}   | 39:29 unknown-option: there is no option 'truth'; write 'true'
            type: boolean         | type: boolean\\n    change: {by: WAIT, from: [fals]} | 39:31 unknown-option: there is no option 'fals'; write 'false'
            type: boolean         | type: boolean\\n    options: []  | 39:14 options: only a choice has options; remove them
            person.smokes: [true] | person.smoke: [true]             | 45:31 unknown-question: there is no question 'person.smoke'; write 'person.smokes'
            person.smokes: [true] | person.smokes: [truth]           | 45:33 unknown-option: there is no option 'truth'; write 'true'
            person.smokes: [true] | person.smokes: {not: [truth]}    | 45:39 unknown-option: there is no option 'truth'; write 'true'
            person.smokes: [true] | person.smokes: []                | 45:32 requirement: 'person.smokes' has options; list them: [A, B]
            person.smokes: [true] | person.smokes: {min: 1}          | 45:32 requirement: 'person.smokes' has options; list them: [A, B]
            person.smokes: [true] | person.ageYears: [true]          | 45:34 requirement: 'person.ageYears' is a number; write {min: 1, max: 2}
            person.smokes: [true] | person.yearsOfSmoking: {min: 1}  | 45:40 circle: 'person.yearsOfSmoking' waits for itself; break the circle
            person.smokes: [true] | scars.kind: [FUE]                | 45:29 foreign-entry: 'scars.kind' has many entries; name a question of the same group or of one that does not repeat
            max: 120              | max: 120\\n    mix: 1            | 36:5 unknown-key: there is no 'mix' here; write 'max'
            fact: Person          | fact: Person\\n  titel: You     | 29:3 unknown-key: there is no 'titel' here; write 'title'
            by: WAIT              | by: WAIT, too: []                | 84:24 unknown-key: there is no 'too' here; write 'to'
            name: {en: Open       | nam: 1, name: {en: Open          | 10:15 unknown-key: there is no 'nam' here; write 'name'
            years: {one:          | years: {one_: 1, one:            | 22:11 unknown-key: there is no 'one_' here; write 'one'
            code: DARK            | code: DARK, txt: A               | 57:20 unknown-key: there is no 'txt' here; write 'text'
            person.smokes: [true] | person.ageYears: {mox: 2}        | 45:35 unknown-key: there is no 'mox' here; write 'max'
            """)
    void aFaultIsToldWithItsPlaceAndItsRemedy(String find, String put, String fault) {
        read(find, put.replace("\\n", "\n"));

        assertThat(faults)
                .extracting(each -> each.place().line() + ":" + each.place().column() + " " + each.kind() + ": "
                        + each.problem() + "; " + each.remedy())
                .containsExactly(fault);
    }

    @Test
    void bothQuestionsOfACircleAreToldAndNoneThatOnlyHangsOnIt() {
        var folder = Small.with(
                QuestionnaireFile.NAME,
                "    type: boolean\n",
                "    type: boolean\n    askedWhen: {person.yearsOfSmoking: {min: 1}}\n");
        QuestionnaireFile.read(
                Small.with(
                        folder,
                        QuestionnaireFile.NAME,
                        "    type: choice\n",
                        "    type: choice\n    askedWhen: {person.smokes: [true]}\n"),
                faults);

        assertThat(faults)
                .extracting(Fault::problem)
                .containsExactly("'person.smokes' waits for itself", "'person.yearsOfSmoking' waits for itself");
    }

    @Test
    void aNumberMayHaveOneValueOnly() {
        read("max: 120", "max: 0");

        assertThat(faults).isEmpty();
    }

    @Test
    void aKeyOfTheWholeFileThatIsNotThereIsAFault() {
        read("changes:\n", "chances: {}\nchanges:\n");

        assertThat(faults).extracting(Fault::remedy).containsExactly("write 'changes'");
    }

    @Test
    void aQuestionnaireWithoutGroupsIsAFault() {
        String text = Small.folder().text(QuestionnaireFile.NAME);
        String head = text.substring(0, text.indexOf("groups:"));

        QuestionnaireFile.read(Small.folder().with(QuestionnaireFile.NAME, head + "groups: []\n"), faults);
        assertThat(faults)
                .extracting(Fault::problem, Fault::remedy)
                .containsExactly(tuple("the questionnaire has no groups", "add a group with questions"));

        faults.clear();
        QuestionnaireFile.read(Small.folder().with(QuestionnaireFile.NAME, head), faults);
        assertThat(faults).extracting(Fault::problem).containsExactly("'groups' is missing");
    }

    @Test
    void aFolderWithoutAQuestionnaireCannotBeJudged() {
        var texts = new TreeMap<>(Small.folder().texts());
        texts.remove(QuestionnaireFile.NAME);

        assertThatThrownBy(() -> QuestionnaireFile.read(new RulesFolder(texts), faults))
                .isInstanceOf(InvalidRules.class)
                .hasMessage("questionnaire.yaml:1:1: the rules folder has no questionnaire; add questionnaire.yaml");
    }

    private Questionnaire read(String find, String put) {
        return QuestionnaireFile.read(Small.with(QuestionnaireFile.NAME, find, put), faults);
    }
}
