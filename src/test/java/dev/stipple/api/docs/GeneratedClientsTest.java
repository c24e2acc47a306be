package dev.stipple.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Documents;
import dev.stipple.Needed;
import dev.stipple.RunningService;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.api.Clients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that generators write from the published description compile, and speak with the service. */
@Tag("whole")
class GeneratedClientsTest {
    @TempDir
    private static Path folder;

    private static RunningService service;
    private static String key = "";

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.on(Path.of("rules"), "--stipple.data=" + folder.resolve("data"));
        key = service.bean(ApiKeys.class).create("program", Role.CONSULTANT, "test");
        Files.writeString(description(), service.get("/v3/api-docs").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void openapiTypescriptWritesTypesThatAProgramKeepsTo() throws Exception {
        Path program = program("client");
        npm(
                "openapi-typescript",
                description().toString(),
                "-o",
                program.resolve("api.d.ts").toString());

        assertSpeaks(program, "client", "Ana Typed");
    }

    @Test
    void openapiGeneratorWritesAClientForFetch() throws Exception {
        Path program = program("fetch");
        Files.copy(description(), program.resolve("stipple.json"), StandardCopyOption.REPLACE_EXISTING);
        generate("typescript-fetch", program);

        assertSpeaks(program, "fetch", "Ana Fetched");
    }

    /** A folder with a program of the examples, which finds beside it what is installed. */
    private static Path program(String name) throws IOException {
        Clients.fetch();
        Path program = Files.createDirectories(Clients.FOLDER.resolve(name));
        for (String file : List.of(name + ".ts", "tsconfig.json", "package.json")) {
            Files.copy(Path.of("examples/clients", file), program.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return program;
    }

    private static void assertSpeaks(Path program, String name, String person) {
        npm("tsc", "-p", program.toString());

        JsonNode said = JsonMapper.shared()
                .readTree(Clients.output("node", program.resolve(name + ".js").toString(), address(), key));

        assertThat(said.path("verdict").asString()).isEqualTo("NOT_SUITABLE");
        assertThat(said.path("effect").asString()).isEqualTo("NOT_SUITABLE");
        assertThat(said.path("keptVerdict").asString()).isEqualTo("NOT_SUITABLE");
        assertThat(said.path("refused").path(0).asString()).isEqualTo("/answers/candidate/ageYears");
        assertKept(said.path("reference").asString(), person);
    }

    @Test
    void openapiGeneratorWritesAJavaClient() throws Exception {
        generate("java", folder);
        String classPath = System.getProperty("java.class.path");
        Path classes = folder.resolve("classes");
        var compile = new ArrayList<>(
                List.of(jdk("javac"), "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath));
        compile.add("examples/clients/Client.java");
        try (Stream<Path> files = Files.walk(folder.resolve("client/src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compile::add);
        }
        Clients.output(compile.toArray(String[]::new));

        List<String> said = java("-cp", classes + ":" + classPath, "Client", address(), key)
                .lines()
                .toList();

        assertThat(said.get(0)).startsWith("NOT_SUITABLE NOT_SUITABLE NOT_SUITABLE ");
        assertThat(said.get(1)).startsWith("422 ").contains("/answers/candidate/ageYears");
        assertKept(said.get(0).substring(said.get(0).lastIndexOf(' ') + 1), "Ana Generated");
    }

    /** Runs, in a folder that holds the description, the command that the page names. */
    private static void generate(String language, Path in) {
        Path generator = Path.of("target/generators/openapi-generator-cli.jar").toAbsolutePath();
        Needed.file(generator, "./mvnw dependency:copy@generators");
        String command = Documents.read(Path.of("docs/api.md")).blocks().stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith("java -jar openapi-generator-cli.jar ")
                        && line.contains(" --generator-name=" + language + " "))
                .findFirst()
                .orElseThrow();
        Clients.output(
                "bash",
                "-c",
                "cd " + in + " && " + command.replace(generator.getFileName().toString(), generator.toString()));
    }

    private static void assertKept(String reference, String name) {
        String screening = service.send(service.request("/api/v1/screenings/" + reference)
                        .header("X-API-Key", key)
                        .build())
                .body();
        assertThat(screening)
                .contains(name, "\"ageYears\":12", "\"daysSinceSun\":\"NOT_SURE\"", "\"darkMarks\":\"NOT_SURE\"")
                .contains("\"healing\":[\"FRAGILE\",\"NOT_SURE\"]", "\"scars\":[{\"monthsOld\":8}]");
    }

    private static Path description() {
        return folder.resolve("stipple.json");
    }

    private static String address() {
        return "http://localhost:" + service.port();
    }

    private static void npm(String program, String... arguments) {
        Clients.output(Stream.concat(
                        Stream.of(
                                Clients.MODULES.resolve(".bin").resolve(program).toString()),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static String java(String... arguments) {
        return Clients.output(Stream.concat(Stream.of(jdk("java"), "-XX:TieredStopAtLevel=1"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }
}
