package dev.stipple.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Needed;
import dev.stipple.Small;
import dev.stipple.cli.Cli;
import dev.stipple.cli.Printed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The extension for VS Code and its tasks name files and commands that there are, and patterns that fit what Stipple writes. */
@Tag("whole")
class EditorExamplesTest {
    private static final Path FOLDER = Path.of("examples/editor/vscode");
    private static final JsonNode EXTENSION = JsonMapper.shared().readTree(FOLDER.resolve("package.json"));
    private static final JsonNode TASKS =
            JsonMapper.shared().readTree(FOLDER.resolve("tasks.json")).path("tasks");

    @TempDir
    private Path folder;

    @Test
    void everyFileThatTheExtensionNamesIsThereAndCanBeRead() {
        List<String> files = Stream.of("path", "main", "configuration")
                .flatMap(name -> EXTENSION.findValues(name).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();

        assertThat(files)
                .hasSize(3)
                .allSatisfy(file -> assertThat(FOLDER.resolve(file)).exists());
        assertThat(files)
                .filteredOn(file -> file.endsWith(".json"))
                .hasSize(2)
                .allSatisfy(file -> assertThat(JsonMapper.shared()
                                .readTree(FOLDER.resolve(file))
                                .isObject())
                        .isTrue());
    }

    @Test
    void everyTaskRunsACommandAsTheExtensionStartsStipple() {
        var start = EXTENSION
                .at("/contributes/configuration/properties/stipple.command/default")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        var commands = Stream.of(Cli.class.getAnnotation(Command.class).subcommands())
                .map(each -> each.getAnnotation(Command.class).name())
                .toList();

        assertThat(commands).contains("lsp");
        assertThat(TASKS).hasSize(2).allSatisfy(task -> {
            var words = Stream.concat(
                            Stream.of(task.path("command")), task.path("args").valueStream())
                    .map(JsonNode::asString)
                    .toList();
            assertThat(words.subList(0, start.size())).isEqualTo(start);
            assertThat(words.subList(start.size(), words.size())).hasSize(1).isSubsetOf(commands);
        });
    }

    @Test
    void theExtensionStartsTheScriptWhereItLiesUnlessACommandIsSet() throws Exception {
        Path node = Needed.program("node");
        String usual = "java -jar target/stipple.jar lsp " + folder + "/rules";
        String script = folder.resolve("stipple").toString();

        assertThat(started(node, "undefined")).isEqualTo(usual);
        Files.writeString(folder.resolve("stipple"), "");
        assertThat(started(node, "undefined")).isEqualTo(script + " lsp " + folder + "/rules");
        assertThat(started(node, "['other']")).isEqualTo("other lsp " + folder + "/rules");
    }

    /** What the extension starts where the folder is open, with this set by its user. */
    private String started(Path node, String set) throws Exception {
        String start = """
                const load = require("module")._load;
                const uri = { fsPath: "%1$s/rules/questionnaire.yaml" };
                const set = %2$s;
                const command = {
                  get: () => set || ["java", "-jar", "target/stipple.jar"],
                  inspect: () => ({ workspaceValue: set }),
                };
                const workspace = {
                  findFiles: async () => [uri],
                  getConfiguration: () => command,
                  getWorkspaceFolder: () => ({ uri: { fsPath: "%1$s" } }),
                  createFileSystemWatcher: () => ({}),
                };
                class LanguageClient {
                  constructor(id, name, server) { console.log([server.command, ...server.args].join(" ")); }
                  async start() {}
                }
                require("module")._load = (name, ...rest) =>
                  name === "vscode" ? { workspace }
                    : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
                require("%3$s").activate({ subscriptions: [] });
                """.formatted(folder, set, FOLDER.resolve("extension.js").toAbsolutePath());
        Process process = new ProcessBuilder(node.toString(), "-e", start)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void theFaultsThatCheckPrintsAreFoundWhereTheirFilesLie() {
        JsonNode matcher = EXTENSION.at("/contributes/problemMatchers/0");
        assertThat(TASKS.get(0).path("problemMatcher").asString())
                .isEqualTo("$" + matcher.path("name").asString());
        assertThat(matcher.path("fileLocation").get(1).asString()).isEqualTo("${workspaceFolder}");

        Small.write(Small.with("age.drl", "ageYears", "ageYaers"), folder);

        assertThat(found("check"))
                .containsExactly(folder + "/age.drl 9 13 there is no field 'ageYaers'; write 'ageYears'");
    }

    @Test
    void theFailuresThatTestPrintsAreFoundInTheRulesFolder() {
        JsonNode matcher = TASKS.get(1).path("problemMatcher");
        assertThat(matcher.path("base").asString()).isEqualTo("$stipple");
        assertThat(matcher.path("fileLocation").get(1).asString()).isEqualTo("${workspaceFolder}/rules");

        Small.write(Small.with("age.scenarios.yaml", "verdict: NOT_SUITABLE", "verdict: DEFER"), folder);

        assertThat(found("test")).containsExactly("age.scenarios.yaml 9 3 At seventeen it is too early");
    }

    /** What the pattern finds in the lines that a command prints: file, line, column and message. */
    private List<String> found(String command) {
        JsonNode pattern = EXTENSION.at("/contributes/problemMatchers/0/pattern");
        return Pattern.compile(pattern.path("regexp").asString(), Pattern.MULTILINE)
                .matcher(Printed.by(command, folder.toString()))
                .results()
                .map(fault -> Stream.of("file", "line", "column", "message")
                        .map(part -> fault.group(pattern.path(part).asInt()))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void everyPatternOfTheColoursCanBeRead() throws IOException {
        JsonNode grammar =
                JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("syntaxes/stipple-drl.tmLanguage.json")));

        assertThat(grammar.findValuesAsString("match")).hasSizeGreaterThan(8).allSatisfy(Pattern::compile);
    }
}
