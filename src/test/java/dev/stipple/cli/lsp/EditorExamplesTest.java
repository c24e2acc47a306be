package dev.stipple.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The extension for VS Code names files that there are, and patterns that fit what Stipple writes. */
class EditorExamplesTest {
    private static final Path FOLDER = Path.of("examples/editor/vscode");
    private static final JsonNode EXTENSION = JsonMapper.shared().readTree(FOLDER.resolve("package.json"));

    @Test
    void everyFileThatTheExtensionNamesIsThere() {
        List<String> files = Stream.of("path", "main", "configuration")
                .flatMap(name -> EXTENSION.findValues(name).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();

        assertThat(files)
                .hasSize(3)
                .allSatisfy(file -> assertThat(FOLDER.resolve(file)).exists());
    }

    @Test
    void theTasksFindTheFaultsThatCheckPrints() {
        JsonNode pattern = EXTENSION.at("/contributes/problemMatchers/0/pattern");
        var found = Pattern.compile(pattern.path("regexp").asString())
                .matcher("rules/age.drl:9:13: there is no field 'ageYaers'; write 'ageYears'");

        assertThat(found.matches()).isTrue();
        assertThat(found.group(pattern.path("file").asInt())).isEqualTo("rules/age.drl");
        assertThat(found.group(pattern.path("line").asInt())).isEqualTo("9");
        assertThat(found.group(pattern.path("column").asInt())).isEqualTo("13");
        assertThat(found.group(pattern.path("message").asInt())).startsWith("there is no field");
    }

    @Test
    void everyPatternOfTheColoursCanBeRead() throws IOException {
        JsonNode grammar =
                JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("syntaxes/stipple-drl.tmLanguage.json")));

        assertThat(grammar.findValuesAsString("match")).hasSizeGreaterThan(8).allSatisfy(Pattern::compile);
    }
}
