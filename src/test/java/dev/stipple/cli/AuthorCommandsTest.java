package dev.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.StoreContext;
import dev.stipple.cli.arguments.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuthorCommandsTest {
    private static final Path BASE = Path.of("src/test/resources/planted/base");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.list(BASE)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void checkEndsWithOneWhereSomethingIsWrongAndSaysWhere() throws IOException {
        assertThat(run("check")).isEqualTo(ExitCode.DONE);

        edit("age.drl", "ageYears < 18", "ageYear < 18");

        assertThat(run("check")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("age.drl:9:13: there is no field 'ageYear'; write 'ageYears'");
    }

    @Test
    void exportWritesAPageThatNamesItsRulesAndNothingWhereTheyDoNotLoad() throws IOException {
        Path page = folder.resolveSibling(folder.getFileName() + "-page");

        assertThat(exported(page)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("rulebook sha256:");
        assertThat(Files.readString(page.resolve("stipple.js")))
                .contains(out.toString().replaceAll("(?s).*rulebook (sha256:\\w+).*", "$1"));

        Path other = folder.resolveSibling(folder.getFileName() + "-none");
        edit("age.drl", "ageYears < 18", "ageYear < 18");
        assertThat(exported(other)).isEqualTo(ExitCode.NO_RULEBOOK);
        assertThat(other).doesNotExist();
    }

    private int exported(Path page) {
        return run("export", "--static", page.toString());
    }

    @Test
    void testEndsWithOneWhereAScenarioFailsAndWithThreeWhereTheRulesDoNotLoad() throws IOException {
        assertThat(run("test")).isEqualTo(ExitCode.DONE);

        edit("age.drl", "ageYears < 18", "ageYears < 17");
        assertThat(run("test")).isEqualTo(ExitCode.FAILED);

        edit("age.drl", "ageYears < 17", "ageYears < \"17\"");
        assertThat(run("test")).isEqualTo(ExitCode.NO_RULEBOOK);
    }

    @Test
    void testRunsOnlyWhatItIsAskedToAndSaysWhereThatIsNothing() {
        assertThat(run("test", "--only", "scar of")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("1 scenarios, 0 failed");
        assertThat(run("test", "--only", "nobody")).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void mutateChangesOnlyTheRulesThatItIsAskedToAndSaysWhereThatIsNone() {
        assertThat(run("mutate", "--only", "AGE-0[12]")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("age.drl:").doesNotContain("scars.drl:", "AGE-03");

        assertThat(run("mutate", "--only", "nobody")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("no rule matches 'nobody'");
    }

    @Test
    void mutateNamesWhatNobodyCouldNoticeWhichDoesNotCount() throws IOException {
        edit("age.drl", "smokes == true, yearsOfSmoking > 10", "yearsOfSmoking != null, yearsOfSmoking > 10");
        edit("age.scenarios.yaml", "scenarios:\n", """
                scenarios:
                - name: ten years
                  like: ADULT
                  given: {person: {smokes: true, yearsOfSmoking: 10}}
                  expect: {verdict: SUITABLE, notRules: [AGE-03]}
                - name: eleven years
                  like: ADULT
                  given: {person: {smokes: true, yearsOfSmoking: 11}}
                  expect: {verdict: SUITABLE_WITH_CONDITIONS, rules: [AGE-03]}
                - name: twelve years
                  like: ADULT
                  given: {person: {smokes: true, yearsOfSmoking: 12}}
                  expect: {verdict: SUITABLE_WITH_CONDITIONS, rules: [AGE-03]}
                """);

        assertThat(run("mutate", "--only", "AGE-03", "--min", "100"))
                .as(out + "" + err)
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains(
                        "nobody could notice, so they do not count:",
                        "'yearsOfSmoking != null,' is dropped: it fires for the same people, whatever is answered")
                .contains(" 0 survived", "100.0 %");
    }

    @Test
    void coverageFailsBelowItsMinimum() {
        assertThat(run("coverage", "--min", "100")).isEqualTo(ExitCode.FAILED);
        assertThat(run("coverage", "--min", "10")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void explainNamesTheNearestRuleWhereThereIsNoSuchRule() {
        run("explain", "--rules", folder.toString(), "SCR02");

        assertThat(err.toString()).contains("there is no rule 'SCR02'; did you mean SCR-02?");
    }

    @Test
    void newRuleSaysWhatIsLeftToDo() {
        Cli.run(
                StoreContext::new,
                new PrintWriter(out),
                new PrintWriter(err),
                "new",
                "rule",
                "age",
                "smoked once",
                "--rules",
                folder.toString());

        assertThat(out.toString()).contains("left to do:", "this has not been filled in");
    }

    @Test
    void aRuleGoesIntoAFileOfAFactorsFolder() {
        assertThat(run("new", "rule", "sleep/naps", "sleeps at noon", "--rules", folder.toString()))
                .as(err.toString())
                .isZero();

        assertThat(folder.resolve("sleep/naps.drl")).content().contains("rule \"sleep: sleeps at noon\"");
        assertThat(folder.resolve("sleep/naps.fr.yaml")).isNotEmptyFile();
        assertThat(folder.resolve("sleep/naps.scenarios.yaml")).isNotEmptyFile();
        assertThat(out.toString()).contains("write its name in French");
    }

    @Test
    void aRuleForAFolderIsAskedWhichOfItsFiles() throws IOException {
        Files.createDirectory(folder.resolve("age"));
        for (String ending : List.of(".drl", ".fr.yaml", ".scenarios.yaml")) {
            Files.move(folder.resolve("age" + ending), folder.resolve("age/years" + ending));
        }

        assertThat(run("new", "rule", "age", "smoked once", "--rules", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'age' is a folder; write one of: age/years");
    }

    @Test
    void aFileThatIsNamedAlmostLikeAnotherIsAskedAboutInsteadOfBegun() {
        int missing = run("new", "rule", "ages", "smoked once", "--rules", folder.toString());

        assertThat(missing).isEqualTo(2);
        assertThat(err.toString()).contains("there is no rule file 'ages'; write 'age'");
    }

    private int run(String command, String... options) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--rules")) {
            arguments.add(folder.toString());
        }
        return Cli.run(StoreContext::new, new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    }

    private void edit(String file, String find, String put) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(find, put));
    }
}
