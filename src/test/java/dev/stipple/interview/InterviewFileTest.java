package dev.stipple.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in an interview is refused where it stands. */
class InterviewFileTest {
    private static final String SOUND = """
        budget: {easiest: SOMEBODY, pages: 3, taps: 9, medianPages: 4, mostPages: 5}
        sections:
        - section: you
          title: {en: You, fr: Vous}
          pages:
          - page: first
            title: {en: First, fr: Premier}
            show: [person.ageYears, person.smokes, person.yearsOfSmoking]
        - section: body
          title: {en: Body, fr: Corps}
          pages:
          - page: second
            title: {en: Second, fr: Deuxième}
            show:
            - ticks: seen
              text: {en: Seen, fr: Vu}
              lines:
              - {sets: {skin.marks: MOLE}}
              - {sets: {skin.marks: RASH}}
              - {entry: scars, kind: {scars.kind: FUT}}
              - {entry: scars, kind: {scars.kind: FUE}}
              none: {text: {en: None, fr: Rien}}
            - cards: tone
              text: {en: Tone, fr: Teinte}
              rows:
              - of: skin.tone
                cards:
                - {sets: {skin.tone: LIGHT}}
                - {sets: {skin.tone: MEDIUM}}
                - {sets: {skin.tone: DARK}}
            - {entries: scars}
        """;

    @Test
    void aSoundInterviewHasNoFaults() {
        assertThat(faults(SOUND)).isEmpty();
        assertThat(Contents.read(Small.folder().with(InterviewFile.NAME, SOUND))
                        .interview()
                        .pages())
                .extracting(Page::id)
                .containsExactly("first", "second");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "skin.tone: [LIHGT] | there is no option 'LIHGT'",
                "skin.tone: {not: [LIHGT]} | there is no option 'LIHGT'",
                "person.smokes: ['yes'] | there is no option 'yes'",
                "person.ageYears: [OLD] | 'person.ageYears' is a number",
                "skin.tone: {max: 3} | 'skin.tone' has options",
                "skin.remarks: [SORE] | 'skin.remarks' is no question with one answer a person"
            })
    void itEndsOnAnswersThatThereAre(String ends, String problem) {
        assertThat(faults(SOUND + "ends: {" + ends + "}\n"))
                .extracting(Fault::problem)
                .containsExactly(problem);
    }

    @Test
    void withoutAFileEachGroupIsASection() {
        Interview interview = Contents.read(Small.folder()).interview();

        assertThat(interview.sections())
                .extracting(Section::id)
                .containsExactlyElementsOf(Small.questionnaire().groups().stream()
                        .map(group -> group.id())
                        .toList());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "person.smokes, person.yearsOfSmoking | person.yearsOfSmoking, person.smokes | 8:29 order",
                "person.ageYears, person.smokes | person.smokes | 3:1 unplaced",
                "[person.ageYears, person.smokes | [skin.tone, person.ageYears, person.smokes | 12:5 placed-twice",
                "person.ageYears | person.age | 8:12 unknown-question",
                "skin.marks: MOLE | skin.marks: MOLES | 18:29 unknown-option",
                "skin.marks: MOLE | person.ageYears: 5 | 18:34 unknown-option",
                "- {sets: {skin.marks: RASH}} | - {sets: {skin.marks: MOLE}} | 15:7 duplicate",
                "      - {sets: {skin.marks: RASH}} | | 15:7 line",
                "      - {entry: scars, kind: {scars.kind: FUE}} | | 15:7 line",
                "entry: scars, kind: {scars.kind: FUT} | entry: skin | 20:17 unknown-group",
                "{text: {en: None, fr: Rien}} | {text: {en: None, fr: Rien}, sets: {skin.tone: DARK}} | 22:13 line",
                "{skin.marks: RASH} | {person.yearsOfSmoking: 1} | 19:40 unknown-option",
                "skin.tone: MEDIUM | skin.tone: LIGHT | 23:7 cards",
                "page: second | page: first | 12:11 duplicate",
                "cards: tone | card: tone | 23:7 missing",
                "title: {en: First, fr: Premier} | title: {en: First} | 7:12 missing",
                "{entries: scars} | scars.kind | 31:7 foreign-entry",
                "easiest: SOMEBODY, | | 1:9 missing"
            })
    void aMistakeIsRefusedAtItsPlace(String find, String put, String fault) {
        assertThat(faults(SOUND.replace(find, put == null ? "" : put)))
                .extracting(each -> each.place().line() + ":" + each.place().column() + " " + each.kind())
                .contains(fault);
    }

    @Test
    void helpIsOfOneAnswerAndAtASafeAddress() {
        String help = """
            help:
            - sets: {skin.marks: RASH, skin.tone: DARK}
              text: {en: Call, fr: Appelez}
              link: {en: A line, fr: Une ligne}
              address: http://example.org
            """;

        assertThat(faults(SOUND + help)).extracting(Fault::kind).containsExactlyInAnyOrder("sets", "address");
    }

    @Test
    void aListThatIsTooLongIsRefused() {
        String line = "      - {sets: {skin.marks: MOLE}}\n";

        assertThat(faults(SOUND.replace(line, line.repeat(12))))
                .extracting(Fault::problem)
                .contains("a list of over 13 lines hides some of them");
    }

    @Test
    void whatIsSafetyCriticalIsNotLeftForAfterwards() {
        String moved = SOUND.replace("[person.ageYears, ", "[") + """
            afterwards:
            - page: later
              title: {en: Later, fr: Plus tard}
              show: [person.ageYears]
            """;
        var folder = Small.with("questionnaire.yaml", "    max: 120\n", "    max: 120\n    safety: true\n")
                .with(InterviewFile.NAME, moved);

        assertThat(faults(moved)).isEmpty();
        assertThat(Contents.read(folder).faults()).extracting(Fault::kind).contains("safety");
    }

    private static List<Fault> faults(String interview) {
        return Contents.read(Small.folder().with(InterviewFile.NAME, interview)).faults();
    }
}
