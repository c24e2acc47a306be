package dev.stipple.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.Stipple;
import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.answers.PartlyKnown;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.authoring.impact.Population;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script in the page says of people what the engine says. */
@Tag("whole")
@SuppressWarnings("unchecked")
class OfflineEngineTest {
    private static final long SEED = Long.getLong("offline.seed", 11);

    /** How many people are tried; more with -Doffline.people=100000. */
    private static final int PEOPLE = Integer.getInteger("offline.people", 2_000);

    /** After so many people it is told that they are done. */
    private static final int REPORTED = 10_000;

    /** One of so many is looked at in full, as words and what to ask next take the most time here. */
    private static final int FULL = 3;

    /** The end of a month, which some months do not have. */
    private static final LocalDate DAY = LocalDate.of(2026, 8, 31);

    /** So few that their answers fit into a pipe. */
    private static final int AT_ONCE = 8;

    /** So many entries of a group may be known in part. */
    private static final int PLACES = 4;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Reasoner REASONER = new Reasoner(Shipped.rulebook());
    private static final Assessor ASSESSOR = new Assessor(Shipped.rulebook(), REASONER, Outlook.Depth.AHEAD);
    private static final Assessor QUICK = new Assessor(Shipped.rulebook(), REASONER, Outlook.Depth.VERDICTS);

    @TempDir
    private static Path folder;

    private static Exported script;

    @BeforeAll
    static void export() throws IOException {
        Exported.write(Shipped.rulebook(), folder);
        script = Exported.start("assess.js", folder, DAY.toString());
    }

    @AfterAll
    static void end() {
        script.close();
    }

    @Test
    void itSaysOfPeopleWhatTheEngineSays() throws IOException {
        var people = new GeneratedPeople(Shipped.rulebook().questionnaire(), SEED);
        var population = new Population(Shipped.contents(), SEED);
        var random = new Random(SEED);
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        int exact = 0;
        for (int done = 0; done < PEOPLE; done += AT_ONCE) {
            List<Answers> some = IntStream.range(done, done + AT_ONCE)
                    .mapToObj(number -> person(people, population, random, number))
                    .toList();
            if (done > 0 && done % REPORTED == 0) {
                System.out.println(done + " people of seed " + SEED + " so far");
            }
            script.tell(some.stream().map(OfflineEngineTest::json).toList());
            for (Answers person : some) {
                boolean full = random.nextInt(FULL) == 0;
                Assessment assessment = (full ? ASSESSOR : QUICK).assess(person);
                verdicts.merge(assessment.verdict(), 1, Integer::sum);
                Map<String, Object> expected = expected(assessment, full);
                Map<String, Object> told = read(script.answer());
                if (Boolean.TRUE.equals(told.get("isLoose"))) {
                    assertIsNoMoreCertain(told, expected);
                } else {
                    told.keySet().retainAll(expected.keySet());
                    assertThat(told)
                            .as(() -> "seed " + SEED + ": " + json(person))
                            .isEqualTo(expected);
                    exact++;
                }
            }
        }
        System.out.println(PEOPLE + " people of seed " + SEED + ", " + exact + " alike: " + verdicts);
        assertThat(exact).isGreaterThan(PEOPLE * 9 / 10);
        assertThat(verdicts).containsOnlyKeys(Verdict.values());
    }

    /** Complete, with gaps, with choices that are known in part, with few answers left, and of milder verdicts. */
    private static Answers person(GeneratedPeople people, Population population, Random random, int number) {
        return switch (number % 6) {
            case 0 -> people.complete();
            case 1 -> people.partial(0.9);
            case 2 -> PartlyKnown.of(people.partial(0.95), random);
            case 3 -> people.partial(random.nextDouble());
            case 4 -> population.next();
            default -> some(population.next(), random);
        };
    }

    /** A person some of whose answers are missing. */
    private static Answers some(Answers person, Random random) {
        Answers some = person;
        for (Slot slot : person.slots()) {
            if (slot.question() != null && random.nextInt(12) == 0) {
                some = some.with(slot, null);
            }
        }
        return some.applicable();
    }

    private static String json(Answers person) {
        return JSON.writeValueAsString(person.json());
    }

    private static Map<String, Object> asked(Answers person) throws IOException {
        return read(script.ask(json(person)));
    }

    private static Map<String, Object> read(String line) {
        var map = new LinkedHashMap<String, Object>();
        JSON.readTree(line)
                .properties()
                .forEach(each -> map.put(each.getKey(), JSON.treeToValue(each.getValue(), Object.class)));
        map.computeIfPresent("deciding", (key, deciding) -> Set.copyOf((List<?>) deciding));
        return map;
    }

    private static Map<String, Object> expected(Assessment assessment) {
        return expected(assessment, true);
    }

    /** @param full whether with words and with what can still change the verdict */
    private static Map<String, Object> expected(Assessment assessment, boolean full) {
        var map = new LinkedHashMap<String, Object>();
        map.put(
                "possible",
                assessment.outlook().possible().stream().map(Verdict::name).toList());
        map.put("verdict", assessment.verdict().name());
        map.put("findings", told(assessment.findings()));
        map.put("plan", told(assessment.recommendations()));
        if (full) {
            map.put(
                    "deciding",
                    assessment.outlook().deciding().stream().map(Slot::pointer).collect(Collectors.toSet()));
            map.put(
                    "summaries",
                    assessment.rulebook().questionnaire().languages().all().stream()
                            .map(language -> summary(Summary.of(assessment, language, DAY)))
                            .toList());
        }
        return map;
    }

    /** The layers that the page has. */
    private static Object summary(Summary summary) {
        var layers = new LinkedHashMap<String, Object>();
        layers.put("line", summary.line());
        layers.put("why", summary.why());
        layers.put("asOf", summary.asOf());
        layers.put("until", summary.until());
        layers.put(
                "decides",
                summary.decides().stream().map(OfflineEngineTest::reason).toList());
        layers.put("alsoFactors", summary.alsoFactors());
        layers.put("todo", summary.todo().stream().map(OfflineEngineTest::stage).toList());
        layers.put("timeline", summary.timeline());
        layers.put(
                "plan",
                summary.plan().stream()
                        .map(own -> Map.of("rule", own.rule(), "text", own.text()))
                        .toList());
        layers.put("general", summary.general());
        return JSON.treeToValue(JSON.valueToTree(layers), Object.class);
    }

    private static Map<String, Object> reason(Summary.Reason reason) {
        var told = new LinkedHashMap<String, Object>();
        told.put("effect", reason.effect());
        told.put("effectName", reason.effectName());
        told.put("factorName", reason.factorName());
        told.put("text", reason.text());
        told.put("because", reason.because());
        told.put("rules", reason.rules());
        return told;
    }

    private static Map<String, Object> stage(Summary.Stage stage) {
        var told = new LinkedHashMap<String, Object>();
        told.put("kind", stage.kind());
        told.put("name", stage.name());
        told.put("until", stage.until());
        told.put("steps", stage.steps());
        return told;
    }

    private static List<Object> told(List<Finding> findings) {
        return findings.stream().<Object>map(OfflineEngineTest::told).toList();
    }

    private static List<Object> told(Finding finding) {
        var told = new ArrayList<Object>();
        told.add(finding.rule().id());
        told.add(finding.standsOn().stream().map(Slot::pointer).toList());
        told.add(
                finding.delay() == null
                        ? null
                        : finding.delay().amount() + " "
                                + finding.delay().unit().key());
        return told;
    }

    /** Known entries are classes of entries, however many there are. */
    @Test
    void manyEntriesThatAreKnownAreDecidedExactly() throws IOException {
        var people = new GeneratedPeople(Shipped.rulebook().questionnaire(), SEED);
        for (int i = 0; i < PEOPLE / 100; i++) {
            Answers person = crowded(people);
            Map<String, Object> told = asked(person);
            assertThat(told.remove("isLoose")).isEqualTo(false);
            assertThat(told).isEqualTo(expected(ASSESSOR.assess(person)));
        }
    }

    /** Six entries and more in a group, as long tick lists make them. */
    private static Answers crowded(GeneratedPeople people) {
        Answers start = Answers.none(Shipped.rulebook().questionnaire());
        for (Group group : Shipped.rulebook().questionnaire().groups()) {
            if (group.repeats()) {
                start = start.with(group, Collections.nCopies(6, Entry.EMPTY));
            }
        }
        return people.completed(start);
    }

    /** Where the script says that it leaves more open than need be, it leaves no less. */
    private static void assertIsNoMoreCertain(Map<String, Object> told, Map<String, Object> expected) {
        assertThat(told.get("isLoose")).isEqualTo(true);
        assertThat(told.get("findings")).isEqualTo(expected.get("findings"));
        assertThat((List<Object>) told.get("possible")).containsAll((List<Object>) expected.get("possible"));
        assertThat((Set<Object>) told.get("deciding"))
                .containsAll((Set<Object>) expected.getOrDefault("deciding", Set.of()));
    }

    @Test
    void manyEntriesOfWhichNothingIsKnownAreNeverMoreCertainThanTheyAre() throws IOException {
        var people = new GeneratedPeople(Shipped.rulebook().questionnaire(), SEED);
        Group group = Shipped.rulebook().questionnaire().groups().stream()
                .filter(Group::repeats)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < PEOPLE / 100; i++) {
            Answers person = people.complete().with(group, Collections.nCopies(PLACES + 2, Entry.EMPTY));
            assertIsNoMoreCertain(asked(person), expected(ASSESSOR.assess(person)));
        }
    }

    /** A choice that may still be made is not denied by what was chosen so far; no shipped rule asks for it in this way. */
    @Test
    void choicesKnownInPartDenyNothing(@TempDir Path small) throws IOException {
        var rulebook = Rulebook.load(Small.with(
                "skin.drl",
                "Skin( marks != null, marks not contains SkinMarks.RASH )",
                "not Skin( marks == null )\n    not Skin( marks contains SkinMarks.RASH )"));
        var assessor = new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.AHEAD);
        Exported.write(rulebook, small);
        try (var node = Exported.start("assess.js", small, DAY.toString())) {
            for (String marks : List.of(
                    "['MOLE', 'NOT_SURE']",
                    "['RASH', 'NOT_SURE']",
                    "['MOLE', 'RASH', 'NOT_SURE']",
                    "['MOLE']",
                    "['NONE']",
                    "'NOT_SURE'")) {
                Answers person = Small.answers(
                        "{'person': {'ageYears': 40, 'smokes': false}, 'scars': [], 'skin': {'tone': 'LIGHT', 'marks': "
                                + marks + "}}");
                Map<String, Object> told = read(node.ask(json(person)));

                assertThat(told.remove("isLoose")).isEqualTo(false);
                assertThat(told).as(marks).isEqualTo(expected(assessor.assess(person)));
            }
        }
    }

    /** Also where it goes through sets in another order, as each Java does. */
    @Test
    void anotherJavaExportsTheSameFiles(@TempDir Path other) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stipple.class.getName(),
                        "export",
                        "--static",
                        other.toString())
                .inheritIO()
                .start();

        assertThat(java.waitFor()).isZero();
        for (var file : OfflinePage.files(Shipped.rulebook()).orElseThrow().entrySet()) {
            assertThat(other.resolve(file.getKey())).as(file.getKey()).hasContent(file.getValue());
        }
    }

    @Test
    void theExamplesAreDecidedAsTheyAreOnTheServer() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("examples"))) {
            for (Path example : examples.filter(file -> file.toString().endsWith(".answers.json"))
                    .toList()) {
                JsonNode told =
                        JSON.readTree(script.ask(JSON.writeValueAsString(JSON.readTree(Files.readString(example)))));
                JsonNode kept = JSON.readTree(
                        Files.readString(Path.of(example.toString().replace(".answers.", ".assessment."))));
                assertThat(told.path("verdict").asString())
                        .as(example.toString())
                        .isEqualTo(kept.path("verdict").asString());
            }
        }
    }
}
