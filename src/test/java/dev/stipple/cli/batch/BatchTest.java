package dev.stipple.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.StoreContext;
import dev.stipple.answers.AnswersFile;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.cli.Cli;
import dev.stipple.cli.Printed;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.text.DecodedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("whole")
class BatchTest {
    private static final int PEOPLE = 400;
    private static final Assessor ASSESSOR =
            new Assessor(Shipped.rulebook(), new Reasoner(Shipped.rulebook()), Outlook.Depth.VERDICTS);

    private final StringWriter err = new StringWriter();
    private String text = "";

    @TempDir
    private Path folder = Path.of("");

    private Path in = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void people() throws IOException {
        text = Printed.by("generate", Integer.toString(PEOPLE), "--seed", "7");
        in = Files.writeString(folder.resolve("people.jsonl"), text);
        out = folder.resolve("out.jsonl");
    }

    @Test
    void everyPersonIsAssessedInOrderAsIfAlone() throws IOException {
        assertEquals(0, run(in, out));

        var lines = json(out);
        assertEquals(
                ids(PEOPLE),
                lines.stream().map(line -> line.path("id").asString()).toList());
        assertEquals(
                rows(text).stream().map(BatchTest::verdict).toList(),
                lines.stream()
                        .map(line -> line.at("/assessment/verdict").asString())
                        .toList());
        assertFalse(Files.exists(Batch.rejects(out)));
        assertFalse(Files.exists(BatchProgress.file(out)));
    }

    @Test
    void aTableGivesTheSameAsJsonLines() throws IOException {
        Path table = Files.writeString(
                folder.resolve("people.csv"), Printed.by("generate", Integer.toString(PEOPLE), "--seed", "7", "--csv"));
        Path other = folder.resolve("other.jsonl");

        assertEquals(0, run(in, out));
        assertEquals(0, run(table, other));

        assertEquals(Files.readString(out), Files.readString(other));
    }

    @Test
    void theSameSeedGivesTheSamePeopleAndTheyMeetDifferentVerdicts() throws IOException {
        assertEquals(text, Printed.by("generate", Integer.toString(PEOPLE), "--seed", "7"));
        assertFalse(text.equals(Printed.by("generate", Integer.toString(PEOPLE), "--seed", "8")));

        run(in, out);
        assertEquals(
                6,
                json(out).stream()
                        .map(line -> line.at("/assessment/verdict").asString())
                        .distinct()
                        .count());
    }

    @Test
    void whatCannotBeAssessedIsRejectedWithItsLineAndTheReason() throws IOException {
        Files.writeString(
                in, "{\"id\":\"a\",\"answers\":{}}\n{\n{\"id\":\"c\",\"answers\":{\"skn\":1}}\n{\"answers\":{}}\n");

        assertEquals(1, run(in, out));

        assertEquals(
                List.of("a", "4"),
                json(out).stream().map(line -> line.path("id").asString()).toList());
        var rejects = json(Batch.rejects(out));
        assertEquals(
                List.of(2, 3),
                rejects.stream().map(line -> line.path("line").asInt()).toList());
        assertEquals("c", rejects.get(1).path("id").asString());
        assertTrue(rejects.get(1).at("/faults/0").asString().contains("did you mean skin?"));
    }

    @Test
    void aBatchThatWasCutShortGoesOnWhereItWas() throws IOException {
        run(in, out);
        String whole = Files.readString(out);
        Files.delete(out);

        assertThrows(
                IllegalStateException.class,
                () -> new Batch(new BatchAssessor(ASSESSOR, null, null), out, begun(), new SeenIds(), progress -> {
                            if (progress.people() > PEOPLE / 2) {
                                keep(progress);
                                throw new IllegalStateException("power cut");
                            }
                        })
                        .run(AnswersFile.jsonLines(decoded(text))));
        Files.writeString(out, Files.readString(out) + "{\"id\":\"half a li");

        assertEquals(0, run(in, out));
        assertTrue(err.toString().contains("goes on after "), err.toString());
        assertEquals(whole, Files.readString(out));
    }

    @Test
    void anotherJobDoesNotGoOnWithIt() throws IOException {
        keep(begun());
        Files.writeString(in, text + "\n");

        assertEquals(2, run(in, out));
        assertTrue(err.toString().contains("was begun from another input"), err.toString());
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws IOException {
        Files.writeString(out, "precious");

        assertEquals(2, run(in, out));
        assertEquals("precious", Files.readString(out));
    }

    @Test
    void onlyThoseAreWrittenWhoseVerdictChanged() throws IOException {
        Path old = oldRules();
        String concerned = Files.readString(Path.of("examples/man-recent-transplant.answers.json"));
        Files.writeString(in, text + "{\"id\": \"concerned\", \"answers\": " + concerned.replace("\n", " ") + "}\n");

        assertEquals(0, run(in, out, "--only-changed-from", old.toString()));

        var changed = json(out);
        assertEquals("concerned", changed.get(changed.size() - 1).path("id").asString());
        assertTrue(changed.size() < PEOPLE);
        changed.forEach(line ->
                assertFalse(line.path("previousVerdict").equals(line.at("/assessment/verdict")), line.toString()));
        assertEquals(0, run(in, folder.resolve("same.jsonl"), "--only-changed-from", "rules"));
        assertEquals(0, Files.size(folder.resolve("same.jsonl")));
    }

    @Test
    void assessmentsArePutIntoWordsWhereAsked() throws IOException {
        assertEquals(0, run(in, out, "--lang", "fr"));

        assertTrue(json(out).get(0).at("/assessment/meaning").isString());
    }

    @Test
    void aLineThatIsNoUtf8IsRejectedAndAFileThatIsNotThereIsTwo() throws IOException {
        Files.write(
                in,
                "{\"id\":\"a\",\"answers\":{}}\n{\"id\":\"é\",\"answers\":{}}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(1, run(in, out));
        assertEquals(1, json(out).size());
        assertEquals(
                "line 2 is not UTF-8",
                json(Batch.rejects(out)).get(0).at("/faults/0").asString().replaceAll("^: |;.*", ""));
        assertEquals(2, run(folder.resolve("none"), out));
    }

    @Test
    void ofATableWhoseQuotesDoNotMatchTheRestIsRejected() throws IOException {
        String table = Printed.by("generate", "100", "--seed", "7", "--csv");
        Path broken = Files.writeString(folder.resolve("people.csv"), table + "\"x\"y\r\n" + table);

        assertEquals(1, run(broken, out));

        assertEquals(100, json(out).size());
        JsonNode rejected = json(Batch.rejects(out)).get(0);
        assertEquals(table.lines().count() + 1, rejected.path("line").asLong());
        assertTrue(rejected.at("/faults/0").asString().contains("nothing from here on was read"), rejected.toString());
        assertEquals(1, json(Batch.rejects(out)).size());
    }

    @Test
    void aTableWhoseHeaderIsNotUnderstoodIsTwo() throws IOException {
        Path table = Files.writeString(folder.resolve("people.csv"), "id,candidate.agePears\n1,2\n");

        assertEquals(2, run(table, out));
        assertTrue(err.toString().contains("did you mean candidate.ageYears?"), err.toString());
    }

    @Test
    void eachFaultOfAHeaderIsToldWithItsColumn() throws IOException {
        Path table = Files.writeString(
                folder.resolve("people.csv"),
                "sep=;\nid;candidate.ageYears;candidate.ageYears;skn.tone;;\n1;2;3;4;;\n");

        assertEquals(2, run(table, out));
        assertTrue(err.toString().contains("column 3: it is there twice"), err.toString());
        assertTrue(err.toString().contains("column 4: there is no such column"), err.toString());
        assertTrue(err.toString().contains("column 5: it has no name"), err.toString());
        assertTrue(err.toString().contains("column 6: it has no name"), err.toString());
    }

    @Test
    void whoIsCalledAsSomebodyBeforeIsTold() throws IOException {
        Files.writeString(in, text + "{\"id\": \"7-3\", \"answers\": {}}\n");

        assertEquals(0, run(in, out));
        assertTrue(err.toString().contains("line " + (PEOPLE + 1) + ": the id 7-3 was there before"), err.toString());
        assertEquals(
                1,
                err.toString().lines().filter(line -> line.contains("before")).count());
        assertEquals(PEOPLE + 1, json(out).size());
    }

    @Test
    void whatIsCompressedIsReadAndWritten() throws IOException {
        run(in, out);
        Path packed = folder.resolve("people.jsonl.gz");
        try (var zipped = new GZIPOutputStream(Files.newOutputStream(packed))) {
            zipped.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path written = folder.resolve("other.jsonl.gz");

        assertEquals(0, run(packed, written));

        try (var zipped = new GZIPInputStream(Files.newInputStream(written))) {
            assertEquals(Files.readString(out), new String(zipped.readAllBytes(), StandardCharsets.UTF_8));
        }
        byte[] half = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(half, half.length / 2));
        assertEquals(2, run(packed, folder.resolve("third.jsonl")));
        assertTrue(err.toString().contains("compress it again"), err.toString());
    }

    private BatchProgress begun() throws IOException {
        String job = String.join(
                " ",
                in.toAbsolutePath().normalize().toString(),
                Long.toString(Files.size(in)),
                Files.getLastModifiedTime(in).toString(),
                Shipped.rulebook().digest(),
                "-",
                "-");
        return new BatchProgress(job, 0, 0, 0, 0);
    }

    private void keep(BatchProgress progress) {
        try {
            progress.keep(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shipped rules as if one rule had been milder. */
    private Path oldRules() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        RunningService.copy(Shipped.FOLDER, old);
        Path rules = old.resolve("transplants.drl");
        String text = Files.readString(rules);
        Files.writeString(
                rules,
                text.replaceFirst("monthsAgo < 6", "monthsAgo < 2").replaceFirst("waitMonths\\(6 -", "waitMonths(2 -"));
        assertFalse(text.equals(Files.readString(rules)));
        return old;
    }

    private static String verdict(AnswersFile.Row row) {
        return ASSESSOR.assess(AnswersFile.answers(Shipped.rulebook().questionnaire(), row.read()))
                .verdict()
                .name();
    }

    private static List<AnswersFile.Row> rows(String text) {
        var rows = new ArrayList<AnswersFile.Row>();
        AnswersFile.jsonLines(decoded(text)).forEachRemaining(rows::add);
        return rows;
    }

    private static DecodedText decoded(String text) {
        return new DecodedText(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static List<String> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "7-" + i).toList();
    }

    private static List<JsonNode> json(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private int run(Path from, Path to, String... options) {
        var arguments = Stream.concat(Stream.of("batch", from.toString(), to.toString()), Stream.of(options));
        return Cli.run(
                StoreContext::new,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
    }
}
