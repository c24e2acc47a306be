package dev.stipple.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.Small;
import dev.stipple.text.InvalidRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompiledRulesTest {
    private static final String FOLDER = "stipple.cache";

    @TempDir
    private Path kept;

    private final String before = System.getProperty(FOLDER, "");

    @BeforeEach
    void keepHere() {
        System.setProperty(FOLDER, kept.resolve("cache").toString());
    }

    @AfterEach
    void keepAsBefore() {
        if (before.isEmpty()) {
            System.clearProperty(FOLDER);
        } else {
            System.setProperty(FOLDER, before);
        }
    }

    @Test
    void whatIsKeptIsReadAgainByItsTextAndByNoOther() throws IOException {
        var files = new TreeMap<>(Map.of("a.drl", "one"));

        assertThat(CompiledRulesCache.of(files).read()).isNull();
        CompiledRulesCache.of(files).write(jar("A.class"));

        assertThat(CompiledRulesCache.of(files).read()).containsOnlyKeys("A.class");
        assertThat(CompiledRulesCache.of(new TreeMap<>(Map.of("a.drl", "two"))).read())
                .isNull();
        CompiledRulesCache.of(files).write(jar("B.class"));
        assertThat(CompiledRulesCache.of(files).read()).containsOnlyKeys("B.class");
        assertThat(files()).hasSize(1);
    }

    @Test
    void theOldestAreForgotten() throws IOException {
        Path cache = Files.createDirectory(kept.resolve("cache"));
        for (int i = 0; i < 1030; i++) {
            Files.setLastModifiedTime(Files.createFile(cache.resolve(i + ".jar")), FileTime.fromMillis(1_000_000L * i));
        }
        Files.writeString(cache.resolve("notes.txt"), "stays");

        CompiledRulesCache.of(Map.of("a.drl", "new")).write(new byte[] {20});

        assertThat(files().stream().filter(file -> file.toString().endsWith(".jar")))
                .hasSize(1024)
                .contains(cache.resolve("7.jar"))
                .doesNotContain(cache.resolve("6.jar"));
        assertThat(cache.resolve("notes.txt")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyCostsTime() throws IOException {
        Files.writeString(kept.resolve("cache"), "a file where the folder should be");
        var cache = CompiledRulesCache.of(new TreeMap<>(Map.of("a.drl", "one")));

        cache.write(new byte[] {1});

        assertThat(cache.read()).isNull();
    }

    @Test
    void rulesAreCompiledOnceAndThenTakenFromWhatIsKept() throws IOException {
        var young = CompiledRules.of(rules("ageYears < 18"));
        Path kept = rulesAmong(files());
        byte[] classes = Files.readAllBytes(kept);
        Files.delete(kept);
        var old = CompiledRules.of(rules("ageYears < 19"));
        Files.write(rulesAmong(files()), classes);

        var taken = CompiledRules.of(rules("ageYears < 19"));

        assertThat(names(old)).containsExactly("ageYears < 19");
        assertThat(List.of(names(young), names(taken))).containsOnly(List.of("ageYears < 18"));
        assertThat(taken.declared("Person").getSimpleName()).isEqualTo("Person");
        assertThatThrownBy(() -> taken.declared("Nobody"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nobody");
    }

    @Test
    void aChangeOfOneFileCompilesThatFileAlone() throws IOException {
        SortedMap<String, String> files = rules("ageYears < 18");
        files.put("old.drl", rule("ageYears > 80"));
        CompiledRules.of(files);
        List<Path> before = files();
        files.put("old.drl", rule("ageYears > 90"));

        var rules = CompiledRules.of(files);

        assertThat(before).hasSize(3);
        assertThat(files()).hasSize(4).containsAll(before);
        assertThat(names(rules)).containsExactlyInAnyOrder("ageYears < 18", "ageYears > 90");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Person( shoeSize > 3 ) ; findings.add(drools) ; age.drl:1:1 Drools refuses this: Unable to parse left part of expression: shoeSize > 3
            Nobody()               ; findings.add(drools) ; age.drl:1:1 Drools refuses this: Unable to find class: Nobody
            Person(((              ; findings.add(drools) ; age.drl:6:1 Drools refuses this: no viable alternative
            Person()               ; findings.lose()      ; age.drl:1:1 Drools refuses this: The method lose() is undefined for the type Findings
            """)
    void whatDroolsRefusesIsAFaultAtItsPlace(String condition, String consequence, String fault) {
        var files = rules("ageYears < 18");
        files.compute(
                "age.drl",
                (name, text) -> String.valueOf(text)
                        .replace("Person( ageYears < 18 )", condition)
                        .replace("findings.add(drools)", consequence));

        assertThatThrownBy(() -> CompiledRules.of(files))
                .isInstanceOfSatisfying(
                        InvalidRules.class,
                        invalid -> assertThat(invalid.faults())
                                .allMatch(each -> each.kind().equals("engine"))
                                .extracting(each -> each.place() + " " + each.problem())
                                .anyMatch(told -> told.startsWith(fault)));
        assertThat(files()).hasSize(1);
    }

    private static byte[] jar(String file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(file));
        }
        return bytes.toByteArray();
    }

    private static List<String> names(CompiledRules rules) {
        return rules.models().stream()
                .flatMap(model -> model.getRules().stream())
                .map(org.drools.model.Rule::getName)
                .toList();
    }

    private static SortedMap<String, String> rules(String condition) {
        return new TreeMap<>(Map.of("facts.drl", Small.folder().text("facts.drl"), "age.drl", rule(condition)));
    }

    private static String rule(String condition) {
        return "package stipple.rules\nrule \"" + condition + "\"\nwhen\n    Person( " + condition
                + " )\nthen\n    findings.add(drools);\nend\n";
    }

    /** The one of these files that holds rules, and not the types of facts. */
    private static Path rulesAmong(List<Path> files) throws IOException {
        for (Path file : files) {
            if (CompiledRules.entries(Files.readAllBytes(file)).keySet().stream()
                    .anyMatch(name -> name.contains("RuleMethods"))) {
                return file;
            }
        }
        throw new AssertionError("none of " + files + " holds rules");
    }

    private List<Path> files() {
        if (!Files.isDirectory(kept.resolve("cache"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept.resolve("cache"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
