package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Documents.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the documents leads somewhere, and every command of theirs works as it stands. */
@Tag("whole")
class DocumentsTest {
    /** What needs a build, a cluster, a generator, a container engine or a store of its own: {@code examples/spark} and other tests run these. */
    private static final Pattern ELSEWHERE = Pattern.compile("mvnw? |openapi-generator|podman"
            + " |examples/spark|data/stipple\\.key|localhost:8080/api/v1/(account|keys|screenings)|stipple\\.jar"
            + " (audit|backup|restore|serve|key) |--store");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    private Path folder = Path.of("");

    static Stream<Document> documents() {
        return Stream.of(Documents.all(), Documents.others()).flatMap(List::stream);
    }

    @Test
    void everyPageIsAmongThem() {
        assertThat(documents().map(document -> document.path().toString()))
                .contains("README.md", "docs/api.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                .contains("examples/editor/README.md", "rules/README.md", "rules/CLINICIANS.md")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) {
        Path from = Path.of("").toAbsolutePath().resolve(document.path());

        assertThat(LINK.matcher(document.text()).results().map(each -> each.group(1)))
                .allSatisfy(link -> assertThat(from.resolveSibling(link)).exists());
    }

    @Test
    void everyCommandWorksAsItStands() throws Exception {
        Needed.program("curl");
        for (String each : List.of("rules", "examples")) {
            Files.createSymbolicLink(folder.resolve(each), Path.of(each).toAbsolutePath());
        }
        Files.createSymbolicLink(folder.resolve("OLD_RULES"), Path.of("rules").toAbsolutePath());
        try (var service = RunningService.on(Path.of("rules"), "--stipple.data=" + folder.resolve("data"))) {
            for (Document document : Documents.all()) {
                List<String> commands = document.blocks().stream()
                        .flatMap(List::stream)
                        .filter(command -> !ELSEWHERE.matcher(command).find())
                        .toList();
                run(document, commands, service.port());
            }
        }
    }

    private void run(Document document, List<String> commands, int port) throws Exception {
        String script = String.join("\n", commands)
                .replace("java -jar target/stipple.jar", "java dev.stipple.Stipple")
                .replace("localhost:8080", "localhost:" + port)
                .replace("curl -s", "curl -sf")
                .replace("generate 100000", "generate 100");
        Path said = folder.resolve("said");
        var builder = new ProcessBuilder("bash", "-ex", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("CLASSPATH", ServiceProcess.shippedClassPath());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(script).isTrue();
        assertThat(process.exitValue())
                .as(document.path() + ": " + Files.readString(said))
                .isZero();
    }
}
