package dev.stipple;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.cli.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README quotes is what is there. */
class ReadmeTest {
    private static final String EXAMPLE = "examples/man-recent-transplant.answers.json";

    @Test
    void theRuleIsTheOneInItsFile() throws IOException {
        assertTrue(Files.readString(Path.of("rules/transplants.drl")).contains(quoted("drl")));
    }

    @Test
    void thePersonIsTheOneInTheExample() throws IOException {
        assertTrue(Files.readString(Path.of(EXAMPLE)).contains(quoted("json")));
    }

    @Test
    void theAnswerIsTheOneThatIsPrinted() throws IOException {
        String quoted = quoted("console");
        String[] arguments = quoted.lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*stipple.jar ", "")
                .split(" ", -1);

        assertTrue(Printed.by(arguments).startsWith(quoted.replaceFirst("^\\$ [^\n]*\n", "")), quoted);
    }

    private static String quoted(String kind) throws IOException {
        Matcher block = Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertTrue(block.find(), kind);
        return block.group(1);
    }
}
