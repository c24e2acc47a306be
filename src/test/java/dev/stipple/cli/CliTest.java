package dev.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.StoreContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

@Tag("whole")
class CliTest {
    private static final String EXAMPLE = "examples/man-recent-transplant.answers.json";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anAssessmentCanBeReadByPeopleAndByMachines() throws IOException {
        assertEquals(0, run("assess", "--as-of", "2026-11-28", EXAMPLE));
        assertTrue(out.toString().startsWith("↻ Not yet: your grafts are 2 months old and need 6."), out.toString());
        assertTrue(out.toString().contains("until about March 2027"), out.toString());
        assertFalse(out.toString().contains("wait 4 months"), out.toString());

        out.getBuffer().setLength(0);
        assertEquals(0, run("assess", "--full", EXAMPLE));
        assertTrue(out.toString().contains("Not yet  (DEFER)"));
        assertTrue(out.toString().contains("wait 4 months"));

        out.getBuffer().setLength(0);
        assertEquals(0, run("assess", "--json", "--as-of", "2026-11-28", EXAMPLE));
        assertEquals(Files.readString(Path.of("examples/man-recent-transplant.assessment.json")), out.toString());
    }

    @Test
    void theAssessmentsOfSeveralPeopleAreALineEach() throws IOException {
        assertEquals(0, run("assess", "--json", "--as-of", "2026-11-28", EXAMPLE, "examples/man-sixteen.answers.json"));

        var lines = out.toString().lines().map(JsonMapper.shared()::readTree).toList();
        assertEquals(2, lines.size());
        assertEquals(
                JsonMapper.shared().readTree(Path.of("examples/man-recent-transplant.assessment.json")), lines.get(0));
        assertEquals("NOT_SUITABLE", lines.get(1).path("verdict").asString());
    }

    @Test
    void aRequestIsTakenAsTheApiTakesIt(@TempDir Path folder) throws IOException {
        String answers = Files.readString(Path.of(EXAMPLE));
        Path request =
                Files.writeString(folder.resolve("a.json"), "{\"answers\": " + answers + ", \"language\": \"fr\"}");
        Path odd = Files.writeString(folder.resolve("b.json"), "{\"answers\": " + answers + ", \"lang\": \"fr\"}");

        assertEquals(0, run("assess", request.toString()));
        assertTrue(out.toString().contains("À faire, dans l'ordre"), out.toString());
        assertEquals(0, run("assess", "--lang", "en", request.toString()));
        assertTrue(out.toString().contains("What to do, in order"), out.toString());
        assertEquals(2, run("assess", odd.toString()));
        assertTrue(err.toString().contains("/lang: this member is not known here"), err.toString());
        assertTrue(err.toString().contains("did you mean language?"), err.toString());
    }

    @Test
    void frenchIsPrintedInFrench() {
        assertEquals(0, run("assess", "--lang", "fr", "--as-of", "2026-11-28", EXAMPLE));
        assertTrue(out.toString().contains("vos greffons ont 2 mois\u00a0; il leur en faut 6"), out.toString());
        assertTrue(out.toString().contains("jusque vers mars 2027"), out.toString());

        out.getBuffer().setLength(0);
        assertEquals(0, run("assess", "--lang", "fr", "--full", EXAMPLE));
        assertTrue(out.toString().contains("attendre 4 mois"));
        assertTrue(out.toString().contains("Plus souple ici, MB2"), out.toString());
        assertTrue(out.toString().contains("D'autres disent, DRO"), out.toString());
    }

    @Test
    void explainTellsWhyARuleFiresOrDoesNotFireOnSomebody() {
        assertEquals(0, run("explain", "TRA-02", "--for", EXAMPLE));
        assertTrue(out.toString().contains("It fires on these answers."));

        out.getBuffer().setLength(0);
        assertEquals(0, run("explain", "TRA-03", "--for", EXAMPLE, "--lang", "fr"));
        assertTrue(out.toString().contains("Elle ne s'applique pas à ces réponses."), out.toString());
        assertTrue(out.toString().contains("La question n'est pas posée.  (transplants.drl:"), out.toString());

        out.getBuffer().setLength(0);
        assertEquals(0, run("explain", "TRA-03", "--for", EXAMPLE, "--json"));
        assertTrue(out.toString().contains("\"fired\" : false"), out.toString());
    }

    @Test
    void whatWouldChangeAVerdictIsToldOnRequest() {
        assertEquals(0, run("assess", "--what-if", EXAMPLE));
        assertTrue(out.toString().contains("Wait 4 months · How many months ago was it? 2 months → 6 months"));

        assertEquals(0, run("assess", "--what-if", "examples/man-sixteen.answers.json"));
        assertTrue(out.toString().contains("this is proved"), out.toString());

        assertEquals(0, run("assess", "--what-if", "--lang", "fr", "examples/woman-missing-answers.answers.json"));
        assertTrue(out.toString().contains("La réponse reste ouverte"), out.toString());
    }

    @Test
    void nobodyIsToldToWishForSomethingElse() {
        assertEquals(0, run("assess", "--what-if", "examples/man-expects-real-hair.answers.json"));
        String ways = out.toString().substring(out.toString().indexOf("What would change it"));
        assertTrue(ways.contains("No change that is in your hands leads to a milder verdict"), ways);
        assertFalse(ways.contains("What do you hope to have"), ways);
    }

    @Test
    void nobodyIsToldToWaitForWhatIsPast(@TempDir Path folder) throws IOException {
        String quiet = """
                "hairLoss": {"alopecia": "LICHEN_PLANOPILARIS", "diagnosedByDoctor": true,
                "activity": "STABLE_OVER_12_MONTHS", "doctorAgrees": false, "pattern": "PATCHES", "frontLine": "INTACT"}""";
        String ways = ways(folder, "\"hairLoss\"\\s*:\\s*\\{[^}]*}", quiet);

        assertTrue(out.toString().contains("ALO-12"), out.toString());
        assertTrue(ways.contains("Ask your doctor for a letter"), ways);
        assertFalse(ways.contains("→ It has been the same for 6 to 12 months"), ways);
    }

    @Test
    void nobodyIsToldToSwapOneComplaintForAnother(@TempDir Path folder) throws IOException {
        String ways =
                ways(folder, "\"symptoms\"\\s*:\\s*\\[[^]]*]", "\"symptoms\": [\"PAIN\"], \"symptomsChecked\": false");

        assertEquals(2, ways.split("Have it treated").length, ways);
        assertTrue(ways.contains("Pain or tenderness, apart from a scar → None of these"), ways);
    }

    /** What would change the verdict of a favourable person with some answers replaced. */
    private String ways(Path folder, String find, String put) throws IOException {
        String answers = Files.readString(Path.of("examples/bald-man-shaved-look.answers.json"))
                .replaceFirst(find, put);
        Path file = Files.writeString(folder.resolve("answers.json"), answers);

        assertEquals(0, run("assess", "--full", "--what-if", file.toString()), err.toString());
        return out.toString().substring(out.toString().indexOf("What would change it"));
    }

    @Test
    void whatHangsOnDisputedSourcesIsPrinted() {
        assertEquals(0, run("assess", "--full", EXAMPLE));
        assertTrue(out.toString().contains("Where sources disagree"), out.toString());
    }

    @Test
    void faultsInAnswersArePrintedAndTheExitCodeIsTwo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"scalp\": {\"texture\": [\"SMOTH\"]}, \"skn\": 1}");

        assertEquals(2, run("assess", file.toString()));
        assertTrue(err.toString().contains("/scalp/texture/0: there is no such option"));
        assertTrue(err.toString().contains("did you mean skin?"));
    }

    @Test
    void whatCannotBeReadIsTwo(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("a.json"), "{");

        assertEquals(2, run("assess", broken.toString()));
        assertEquals(2, run("assess", folder.resolve("none.json").toString()));
        assertEquals(2, run("assess", "--lang", "de", EXAMPLE));
        assertEquals(2, run("asses"));
    }

    @Test
    void aRulesFolderThatIsMissingOrEmptyIsThree(@TempDir Path folder) {
        assertEquals(3, run("assess", "--rules", folder.resolve("none").toString(), EXAMPLE));
        assertTrue(err.toString().contains("there is no such rules folder"));
        assertEquals(3, run("assess", "--rules", folder.toString(), EXAMPLE));
        assertTrue(err.toString().contains("questionnaire.yaml:1:1: the rules folder has no questionnaire"));
        assertFalse(err.toString().contains("is missing"), err.toString());
    }

    @Test
    void theFactTypesArePrintedAsTheyAreShipped() throws IOException {
        assertEquals(0, run("facts"));
        assertEquals(Files.readString(Path.of("rules/facts.drl")), out.toString());
    }

    @Test
    void theServiceIsStartedWithoutACommandAndWithItsOptions() {
        assertFalse(Cli.handles());
        assertFalse(Cli.handles("serve"));
        assertFalse(Cli.handles("--server.port=9090"));
        assertTrue(Cli.handles("--help"));
        assertTrue(Cli.handles("serve", "--help"));
        assertTrue(Cli.handles("assess", "-"));
    }

    @Test
    void helpNamesTheExitCodes() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("the rulebook does not load"));
    }

    @Test
    void helpSaysOfEachCommandAWholeSentence() {
        assertThat(Stream.of(Cli.class.getAnnotation(Command.class).subcommands())
                        .map(each -> each.getAnnotation(Command.class)))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.description()[0]).as(each.name()).endsWith("."));
    }

    private int run(String... arguments) {
        return Cli.run(StoreContext::new, new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
