package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.screening.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documents say about keeping people, run word for word in an empty folder: serve, keep, stop, verify, back up, restore
 * elsewhere, serve there, read. The rules are small ones, and so is the example.
 */
@Tag("whole")
class ReadmeStoreTest {
    private static final Path RULES = Path.of("src/test/resources/planted/base");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> variables = new HashMap<>();
    private int port;
    private int websites;
    private Process service = new ProcessBuilder().command("true").inheritIO().start();

    ReadmeStoreTest() throws IOException {}

    @AfterEach
    void end() throws InterruptedException {
        stop();
    }

    /** From H2 to PostgreSQL, where one more is kept, and back into a file; the service reads them at either end. */
    @Test
    void theStoreOutlivesItsMachineOnEitherDatabase() throws Exception {
        Needed.program("curl");
        List<String> keeping = block("/api/v1/account/password");
        List<String> commands = block("audit verify");
        Path example = folder.resolve("examples/man-recent-transplant.answers.json");
        Files.createDirectories(example.getParent());
        Files.writeString(example, "{\"person\": {\"ageYears\": 44}}");

        serve("serve");
        String first = awaited("Sign in as admin with the password (\\S+)");
        run(keeping.get(0).replace("PRINTED", first).replace("-u admin", "-u admin:" + first));
        String reference = kept(keeping);
        stop();
        for (String command : commands) {
            if (command.contains(" restore ")) {
                variables.put("SPRING_DATASOURCE_URL", Databases.postgresUrl());
                variables.put("SPRING_DATASOURCE_USERNAME", "postgres");
            }
            if (command.contains(" serve")) {
                serve(command.replaceFirst(".*stipple\\.jar ", ""));
            } else {
                run(command);
            }
        }
        assertReads(keeping, reference);
        String another = kept(keeping);
        stop();

        String elsewhere = " --stipple.data=./elsewhere";
        run(found(commands, " backup ").replace("stipple.zip", "later.zip") + elsewhere);
        variables.keySet().removeIf(name -> name.startsWith("SPRING_DATASOURCE"));
        run(found(commands, " restore ").replace("stipple.zip", "later.zip"));
        assertThat(run(found(commands, " verify") + elsewhere)).contains(" entries hold");
        serve("serve" + elsewhere);
        assertReads(keeping, reference);
        assertReads(keeping, another);
        stop();
        assertFoundBySettingsInFiles(found(commands, " verify"), run(found(commands, " verify") + elsewhere));
        assertThat(run(found(block("--store"), "--store")
                        .replaceAll("OLD NEW", RULES.toAbsolutePath() + " " + RULES.toAbsolutePath())))
                .contains("0 of 1 kept screenings");
        for (Path each : List.of(folder.resolve("data"), folder.resolve("elsewhere"))) {
            assertOwnersOnly(each);
        }
    }

    /** The reference of somebody who is kept with a key of a website's own. */
    private String kept(List<String> keeping) throws Exception {
        String website = "website" + ++websites;
        String key = secret(run(admin(keeping.get(1)).replace("website", website)));
        return found(run(keeping.get(2).replace("KEY", key)), "\"reference\":\"([^\"]+)\"");
    }

    /** In the folder where a command is run, and in its folder of settings. */
    private void assertFoundBySettingsInFiles(String verify, String verified) throws Exception {
        Files.createDirectory(folder.resolve("config"));
        for (String file : List.of("application.yaml", "config/application.yaml")) {
            Path settings = folder.resolve(file);
            Files.writeString(settings, "stipple:\n  data: ./elsewhere\n");
            assertThat(run(verify)).as(file).isEqualTo(verified);
            Files.delete(settings);
        }
        assertThat(run(verify)).isNotEqualTo(verified);
    }

    private void assertReads(List<String> keeping, String reference) throws Exception {
        String reader = secret(run(
                admin(keeping.get(1)).replace("website", "reader" + ++websites).replace("intake", "consultant")));
        assertThat(run("curl -sf localhost:8080/api/v1/screenings/" + reference + " -H 'X-API-Key: " + reader + "'"))
                .contains("Ana Reyes", "2026-01");
    }

    private static String found(List<String> commands, String word) {
        return commands.stream().filter(each -> each.contains(word)).findFirst().orElseThrow();
    }

    private static String admin(String command) {
        return command.replace("-u admin", "-u 'admin:at least twelve characters'");
    }

    private static String secret(String made) {
        return found(made, "\"secret\":\"([^\"]+)\"");
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    /** The commands of the first block of the documents that holds this. */
    private static List<String> block(String holding) {
        return Documents.all().stream()
                .flatMap(each -> each.blocks().stream())
                .filter(each -> String.join("\n", each).contains(holding))
                .findFirst()
                .orElseThrow();
    }

    private void serve(String words) throws Exception {
        port = FreePort.next();
        variables.put("SERVER_PORT", String.valueOf(port));
        variables.put("MANAGEMENT_SERVER_PORT", "0");
        service = process(here("exec java -jar target/stipple.jar " + words), served());
        awaited("(Started Stipple in)");
    }

    /** What the service has printed, once it has. */
    private String awaited(String pattern) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String said = Files.readString(served());
            Matcher found = Pattern.compile(pattern).matcher(said);
            if (found.find()) {
                return found.group(1);
            }
            assertThat(service.isAlive() && System.nanoTime() < end).as(said).isTrue();
            Thread.sleep(100);
        }
    }

    private Path served() {
        return folder.resolve("served");
    }

    private void stop() throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private String run(String command) throws Exception {
        Path said = folder.resolve("said");
        Process process = process(here(command), said);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(command)
                .isTrue();
        assertThat(process.exitValue())
                .as(command + "\n" + Files.readString(said))
                .isZero();
        return Files.readString(said);
    }

    private Process process(String command, Path said) throws IOException {
        var builder = new ProcessBuilder("bash", "-o", "pipefail", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("STIPPLE_RULES", RULES.toAbsolutePath().toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** The jar is what the tests were compiled to, and the port is a free one. */
    private String here(String command) {
        return command.replace(
                        "java -jar target/stipple.jar",
                        "java -cp '" + ServiceProcess.shippedClassPath() + "' dev.stipple.Stipple")
                .replace("localhost:8080", "localhost:" + port)
                .replace("curl ", "curl -sf ");
    }

    private static void assertOwnersOnly(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .as(each.toString())
                            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
        }
    }
}
