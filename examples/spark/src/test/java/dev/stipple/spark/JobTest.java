package dev.stipple.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.authoring.impact.Population;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The job on this machine, by the shipped rules, on people made up from a fixed seed. */
class JobTest {
    private static final int PEOPLE = 300;
    private static final long SEED = 17;
    private static final Path RULES = Path.of("../../rules");

    @TempDir
    static Path folder;

    private static String lines;
    private static String fromLines;

    @BeforeAll
    static void assess() throws IOException {
        var population = new Population(Rulebook.load(RulesFolder.read(RULES)).contents(), SEED);
        var people = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(JsonMapper.shared()
                    .writeValueAsString(
                            Map.of("id", "p" + i, "answers", population.next().json())));
        }
        people.add("{\"id\": \"odd\", \"answers\": {\"nothing\": {}}}");
        lines = Files.write(folder.resolve("people.jsonl"), people).toString();
        fromLines = run(lines, "lines", RULES.toString());
    }

    private static String run(String in, String out, String... rules) throws IOException {
        var printed = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var arguments = new ArrayList<>(List.of(in, folder.resolve(out).toString()));
            arguments.addAll(List.of(rules));
            Job.main(arguments.toArray(String[]::new));
        } finally {
            System.setOut(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyoneIsThereOnceAndWhoCannotBeReadIsCountedApart() {
        assertTrue(fromLines.contains("people " + (PEOPLE + 1) + ", ids that are there twice 0"), fromLines);
        assertTrue(fromLines.matches("(?s).*could not be assessed +1\\n.*"), fromLines);
    }

    @Test
    void aRerunWritesTheSameRowsAgain() throws IOException {
        assertEquals(fromLines, run(lines, "lines", RULES.toString()));
    }

    @Test
    void parquetSaysTheSameAsLines() throws IOException {
        Path parquet = folder.resolve("people.parquet");
        try (SparkSession spark = SparkSession.builder().appName("people").getOrCreate()) {
            var schema = new StructType().add("id", DataTypes.StringType).add("answers", DataTypes.StringType);
            spark.read()
                    .text(lines)
                    .map(
                            (MapFunction<Row, Row>) row -> {
                                var person = JsonMapper.shared().readTree(row.getString(0));
                                return RowFactory.create(
                                        person.get("id").stringValue(),
                                        person.get("answers").toString());
                            },
                            Encoders.row(schema))
                    .write()
                    .parquet(parquet.toString());
        }

        assertEquals(fromLines, run(parquet.toString(), "parquet", RULES.toString()));
    }

    @Test
    void oldRulesTellWhoseVerdictChanged() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        for (var text : RulesFolder.read(RULES).texts().entrySet()) {
            Path file = old.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue().replace("@effect(MEDICAL_CLEARANCE)", "@effect(CONDITIONS)"));
        }

        String same = run(lines, "same", RULES.toString(), RULES.toString());
        String changed = run(lines, "changed", RULES.toString(), old.toString());

        assertTrue(same.lines().filter(line -> line.contains(" -> ")).noneMatch(JobTest::tellsOfAChange), same);
        assertTrue(changed.lines().anyMatch(JobTest::tellsOfAChange), changed);
        assertNotEquals(same, changed);
    }

    private static boolean tellsOfAChange(String line) {
        String[] verdicts = line.split("\\s+-> |\\s{2,}");
        return line.contains(" -> ") && !verdicts[0].equals("-") && !verdicts[0].equals(verdicts[1]);
    }
}
