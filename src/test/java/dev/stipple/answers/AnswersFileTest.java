package dev.stipple.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Shipped;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.text.DecodedText;
import dev.stipple.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

class AnswersFileTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final Map<String, JsonPointer> ID = Map.of("id", JsonPointer.compile("/id"));
    private static final long SEED = 20261122;

    @Test
    void whatIsWrittenAsATableIsReadBackTheSame() throws IOException {
        var people = people(500);
        var csv = new StringBuilder();
        try (var printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(Columns.names(QUESTIONNAIRE));
            for (Answers person : people) {
                printer.printRecord(Columns.cells(person));
            }
        }

        assertEquals(people, read(AnswersFile.csv(text(csv.toString()), QUESTIONNAIRE, ID)));
    }

    /** Wherever a spreadsheet may be told that a cell ends. */
    @Test
    void noCellOfEntriesHoldsAnotherCellWithAFormula() throws IOException {
        String entries = "[{\"kind\":\"OTHER\",\"name\":\"a|=1;=2\"}]";
        Answers person = AnswersReader.readApplicable(
                QUESTIONNAIRE, JsonMapper.shared().readTree("{\"medicines\":" + entries + "}"), pointer -> true);
        var csv = new StringBuilder();
        try (var printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(Columns.names(QUESTIONNAIRE));
            printer.printRecord(Columns.cells(person));
        }

        assertEquals(List.of(person), read(AnswersFile.csv(text(csv.toString()), QUESTIONNAIRE, ID)));
        assertTrue(csv.toString().contains("=2"), csv.toString());
        assertFalse(csv.toString().contains("|") || csv.toString().contains(";"), csv.toString());
    }

    @Test
    void whatIsWrittenAsJsonLinesIsReadBackTheSame() {
        var people = people(500);
        var lines = new StringBuilder();
        people.forEach(person -> lines.append("{\"answers\":")
                .append(JsonMapper.shared().writeValueAsString(person.json()))
                .append("}\n"));

        assertEquals(people, read(AnswersFile.jsonLines(text(lines.toString()))));
    }

    @Test
    void aLineThatIsNoObjectIsNobody() {
        for (String line : List.of("null", "[]", "[{}]", "1", "true", "\"answers\"", "{\"answers\": null}")) {
            AnswersFile file = AnswersFile.jsonLines(text(line + "\n"));
            StrictJson person = file.next().read();

            assertThrows(InvalidAnswers.class, () -> AnswersFile.answers(QUESTIONNAIRE, person), line);
        }
    }

    @Test
    void aTableSaysUnknownByAnEmptyCellAndNoneByAnEmptyArray() {
        var scars = QUESTIONNAIRE.group("scars").orElseThrow();

        var people = table("candidate.ageYears,scars\n45,\n,[]\n");

        assertFalse(people.get(0).answered(scars));
        assertTrue(people.get(1).answered(scars));
        assertEquals(
                List.of(new Slot(QUESTIONNAIRE.group("candidate").orElseThrow(), 0, age())), answered(people.get(0)));
    }

    @Test
    void aTableCanComeFromASpreadsheetOfAnyCountry() {
        var expected = table("candidate.ageYears,candidate.pregnancy,scalp.symptoms\n45,NOT_SURE,ITCH|DANDRUFF\n");

        assertEquals(
                expected,
                table(
                        "\uFEFFcandidate.ageYears;candidate.pregnancy;scalp.symptoms\r\n45;NOT_SURE;ITCH | DANDRUFF\r\n"));
    }

    @Test
    void whatStandsBesideTheAnswersIsKeptWithThem() {
        var file = AnswersFile.csv(text("id,candidate.ageYears\na-1,45\n"), QUESTIONNAIRE, ID);
        var lines = AnswersFile.jsonLines(text("\n{\"id\": \"a-1\", \"answers\": {}}"));

        assertEquals(Optional.of("a-1"), AnswersFile.id(file.next().read()));
        var row = lines.next();
        assertEquals(Optional.of("a-1"), AnswersFile.id(row.read()));
        assertEquals(2, row.line());
    }

    @Test
    void aColumnThatNobodyAskedForIsAFault() {
        var invalid = assertThrows(InvalidAnswers.class, () -> table("scalp.textur,id,id,scars.kind\n"));

        assertEquals(
                List.of("/scalp.textur", "/id", "/scars.kind"),
                invalid.faults().stream().map(AnswerFault::pointer).toList());
        assertEquals("scalp.texture", invalid.faults().get(0).nearest());
        assertThrows(InvalidAnswers.class, () -> table(""));
    }

    @Test
    void faultsInCellsAreToldLikeThoseInJson() {
        var invalid = assertThrows(
                InvalidAnswers.class,
                () -> table("candidate.ageYears,scalp.texture,scars\n45.0,SMOTH|SMOOTH,\"[{\"\"kind\"\":1},\"\n"));

        assertEquals(
                Set.of("/answers/candidate/ageYears", "/answers/scalp/texture/0", "/answers/scars"),
                Set.copyOf(invalid.faults().stream().map(AnswerFault::pointer).toList()));
        assertThrows(InvalidAnswers.class, () -> table("candidate.ageYears,scars\n45\n"));
    }

    @Test
    void aNameThatIsWrittenTwiceIsAFaultInACellToo() {
        var invalid = assertThrows(
                InvalidAnswers.class,
                () -> table("scars\n\"[{\"\"kind\"\":\"\"FUT\"\",\"\"kind\"\":\"\"FUT\"\"}]\"\n"));

        assertEquals("/answers/scars/0/kind", invalid.faults().get(0).pointer());
    }

    @Test
    void aControlCharacterInACellIsAFault() {
        assertThrows(InvalidAnswers.class, () -> table("id,candidate.ageYears\na\u0000,45\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"46", "\"46\"x", "\"46\n47", "\"46\n\"47\"", "\"46\"x\n47\n48"})
    void aTableIsReadUpToTheRowWhoseQuotesDoNotMatch(String end) {
        AnswersFile file = AnswersFile.csv(text("candidate.ageYears\n45\n" + end + "\n"), QUESTIONNAIRE, ID);

        AnswersFile.answers(QUESTIONNAIRE, file.next().read());
        AnswersFile.Row broken = file.next();

        assertEquals(3, broken.line());
        String told = assertThrows(BrokenTable.class, broken::read).toString();
        assertTrue(told.contains("line 3: ") && told.contains("nothing from here on was read"), told);
        assertFalse(file.hasNext());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aRowIsToldByTheLineOnWhichItBegins(String end) {
        var file = AnswersFile.csv(
                text(String.join(end, "id,candidate.ageYears", "\"a", "", "b\",45", "", "c,46", "d,47")),
                QUESTIONNAIRE,
                ID);
        var lines = new ArrayList<Long>();

        file.forEachRemaining(row -> lines.add(row.line()));

        assertEquals(List.of(2L, 6L, 7L), lines);
    }

    @Test
    void aHeaderWhoseQuotesDoNotMatchIsToldAtOnce() {
        var broken = assertThrows(BrokenTable.class, () -> table("sep=;\n\"candidate.ageYears\n45\n"));

        assertTrue(broken.toString().contains("line 2: "), broken.toString());
    }

    @Test
    void aLineThatIsNoPersonIsAFault() {
        assertThrows(StrictJson.Malformed.class, () -> lines("{\"answers\": {}"));
        assertThrows(InvalidAnswers.class, () -> lines("[]"));
        assertThrows(InvalidAnswers.class, () -> lines("{\"candidate\": {}}"));
        assertThrows(InvalidAnswers.class, () -> lines("{\"id\": 1, \"answers\": {}}"));
        assertThrows(InvalidAnswers.class, () -> lines("{\"id\": \"a\", \"id\": \"a\", \"answers\": {}}"));
        assertThrows(InvalidAnswers.class, () -> lines("{\"answers\": {\"scars\": [], \"scars\": []}}"));
    }

    @Test
    void whatMayStandBesideTheAnswersIsTold() {
        assertEquals(List.of("one of id, answers"), expected("{\"answers\": {}, \"no\": 1}"));
        assertEquals(List.of("a text in quotes"), expected("{\"answers\": {}, \"id\": 1}"));
    }

    private static List<String> expected(String line) {
        var row = AnswersFile.jsonLines(text(line)).next();
        return assertThrows(InvalidAnswers.class, () -> AnswersFile.answers(QUESTIONNAIRE, row.read()))
                .faults()
                .stream()
                .map(AnswerFault::expected)
                .toList();
    }

    private static List<Answers> people(int count) {
        var people = new GeneratedPeople(QUESTIONNAIRE, SEED);
        var random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? people.complete() : people.partial(0.6))
                .map(person -> inDoubt(PartlyKnown.of(person, random)))
                .toList();
    }

    /** The same person, who is not sure of every group that was not answered, and of the first question that was not. */
    private static Answers inDoubt(Answers person) {
        Answers doubting = person;
        for (Group group : QUESTIONNAIRE.groups()) {
            if (!doubting.answered(group)) {
                doubting = doubting.unsure(Slot.of(group), List.of());
            }
        }
        List<Slot> open = person.unanswered().stream()
                .filter(slot -> slot.question() != null && !person.isTold(slot))
                .toList();
        return open.isEmpty() ? doubting : doubting.unsure(open.get(0), List.of());
    }

    private static Question.Closed age() {
        return QUESTIONNAIRE.closed("candidate.ageYears").orElseThrow();
    }

    private static List<Slot> answered(Answers answers) {
        return answers.slots().stream()
                .filter(slot -> slot.question() != null && answers.value(slot).isPresent())
                .toList();
    }

    private static List<Answers> table(String csv) {
        return read(AnswersFile.csv(text(csv), QUESTIONNAIRE, ID));
    }

    private static List<Answers> lines(String json) {
        return read(AnswersFile.jsonLines(text(json)));
    }

    private static List<Answers> read(AnswersFile file) {
        var all = new ArrayList<Answers>();
        file.forEachRemaining(row -> all.add(AnswersFile.answers(QUESTIONNAIRE, row.read())));
        return all;
    }

    private static DecodedText text(String text) {
        return new DecodedText(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
