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
import java.util.stream.IntStream;
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
        for (int i = 0; i < 20; i++) {
            CompiledRulesCache.of(new TreeMap<>(Map.of("a.drl", "text " + i))).write(new byte[] {(byte) i});
            for (Path file : files()) {
                if (Files.readAllBytes(file)[0] == i) {
                    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * i));
                }
            }
        }
        Files.writeString(kept.resolve("cache/notes.txt"), "stays");
        CompiledRulesCache.of(new TreeMap<>(Map.of("a.drl", "new"))).write(new byte[] {20});

        assertThat(files().stream().filter(file -> file.toString().endsWith(".jar")))
                .extracting(file -> (int) Files.readAllBytes(file)[0])
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(5, 20).boxed().toList());
        assertThat(kept.resolve("cache/notes.txt")).exists();
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
        Path file = files().get(0);
        byte[] classes = Files.readAllBytes(file);
        Files.delete(file);
        var old = CompiledRules.of(rules("ageYears < 19"));
        Files.write(files().get(0), classes);

        var taken = CompiledRules.of(rules("ageYears < 19"));

        assertThat(List.of(young, old, taken))
                .allSatisfy(rules -> assertThat(rules.models()).hasSize(1));
        assertThat(names(old)).containsExactly("ageYears < 19");
        assertThat(List.of(names(young), names(taken))).containsOnly(List.of("ageYears < 18"));
        assertThat(taken.declared("Person").getSimpleName()).isEqualTo("Person");
        assertThatThrownBy(() -> taken.declared("Nobody"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nobody");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Person( shoeSize > 3 ) ; findings.add(drools) ; age.drl:1:1 Drools refuses this: Unable to parse left part of expression: shoeSize > 3
            Nobody()               ; findings.add(drools) ; age.drl:1:1 Drools refuses this: Unable to find class: Nobody
            Person(((              ; findings.add(drools) ; age.drl:6:1 Drools refuses this: no viable alternative
            Person()               ; findings.lose()      ; .:1:1 Drools refuses this: The method lose() is undefined for the type Findings
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
        assertThat(files()).isEmpty();
    }

    private static byte[] jar(String file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(file));
        }
        return bytes.toByteArray();
    }

    private static List<String> names(CompiledRules rules) {
        return rules.models().get(0).getRules().stream()
                .map(org.drools.model.Rule::getName)
                .toList();
    }

    private static SortedMap<String, String> rules(String condition) {
        String rule = "package stipple.rules\nrule \"" + condition + "\"\nwhen\n    Person( " + condition
                + " )\nthen\n    findings.add(drools);\nend\n";
        return new TreeMap<>(Map.of("facts.drl", Small.folder().text("facts.drl"), "age.drl", rule));
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
