package dev.stipple.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formatting changes how a file looks, and nothing that it says. */
class LayoutTest {
    private static final RulesFolder SHIPPED = RulesFolder.read(Path.of("rules"));

    @Test
    void theShippedFilesAreLaidOutAlready() {
        SHIPPED.texts().forEach((file, text) -> {
            if (file.endsWith(".drl") || file.endsWith(".yaml")) {
                assertEquals(text, Layout.of(file, text), file);
            }
        });
    }

    /** Other indents, blanks at the ends of lines, other blank lines, another way to end a line. */
    @Test
    void aRuleFileInDisorderIsLaidOutAsItWas() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        SHIPPED.texts().forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                String disorder = text.lines()
                        .map(line -> line.isEmpty()
                                ? "\n".repeat(random.nextInt(3))
                                : (line.startsWith("     ") ? line : " \t".repeat(random.nextInt(3)) + line.strip())
                                        + " ".repeat(random.nextInt(3)))
                        .collect(Collectors.joining(random.nextBoolean() ? "\n" : "\r\n"));
                assertEquals(text, Layout.of(file, disorder), file + ", seed " + seed);
            }
        });
    }

    @Test
    void whatStandsInParenthesesIsIndentedFurtherOrAsItWas() {
        assertEquals("""
                rule "a: b"
                    @id(A-1)
                when
                    (
                        Skin( tone == SkinTone.DARK )
                        or
                        Person(
                          smokes == true // ( not counted
                        )
                    )
                then
                    findings.add(drools);
                end

                rule "a: c"
                """, Layout.of("a.drl", """
                        rule "a: b"
                        @id(A-1)
                          when
                        (
                        Skin( tone == SkinTone.DARK )
                           or
                        Person(
                        \t  \tsmokes == true // ( not counted
                        )
                        )
                        then
                        findings.add(drools);
                        end
                        rule "a: c"
                        """));
    }

    /** A text and a comment that go over lines keep their insides, and what cannot be read is not touched. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*\n     * drawn:\n       +--+\n */\npackage stipple.rules\n",
                "rule \"a: b\"\n    @because(\"one  \n  two\")\nwhen\n",
                "rule \"a\n   when   \n"
            })
    void whatStandsInsideStays(String text) {
        assertEquals(text, Layout.of("a.drl", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: |\n  one  \n  two\n", "a: [\n   b  \n"})
    void yamlWhoseBlanksMeanSomethingOrThatIsNotDoneStays(String text) {
        assertEquals(text, Layout.of("a.yaml", text));
    }

    @Test
    void yamlLosesBlanksAtTheEndsOfLinesAndOfTheFile() {
        assertEquals("a: b\nc:\n  - d\n", Layout.of("a.yaml", "a: b  \nc:\r\n  - d\t\n\n\n"));
    }
}
