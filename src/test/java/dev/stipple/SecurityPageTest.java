package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md names the tests that hold its promises. */
final class SecurityPageTest {
    @Test
    void everyTestThatThePageNamesIsThere() throws Exception {
        List<String> named = Pattern.compile("`(\\w+(?:Test|Watch))`")
                .matcher(Files.readString(Path.of("SECURITY.md")))
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();

        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> there = files.map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
            assertThat(named).hasSizeGreaterThan(25).isSubsetOf(there);
        }
    }
}
