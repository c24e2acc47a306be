package dev.stipple.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final String PACKAGE = "dev.clinic.stipple";

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
        Clients.fetch();
        Path program = Files.createDirectories(Clients.FOLDER.resolve("client"));
        for (String name : List.of("client.ts", "tsconfig.json", "package.json")) {
            Files.copy(Path.of("examples/clients", name), program.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        npm(
                "openapi-typescript",
                description().toString(),
                "-o",
                program.resolve("api.d.ts").toString());
        npm("tsc", "-p", program.toString());

        JsonNode said = JsonMapper.shared()
                .readTree(Clients.output("node", program.resolve("client.js").toString(), address(), key));

        assertThat(said.path("verdict").asString()).isEqualTo("NOT_SUITABLE");
        assertThat(said.path("effect").asString()).isEqualTo("NOT_SUITABLE");
        assertThat(said.path("keptVerdict").asString()).isEqualTo("NOT_SUITABLE");
        assertThat(said.path("refused").path(0).asString()).isEqualTo("/answers/candidate/ageYears");
        assertKept(said.path("reference").asString(), "Ana Typed");
    }

    @Test
    void openapiGeneratorWritesAJavaClient() throws Exception {
        Path generator = Path.of("target/generators/openapi-generator-cli.jar");
        Needed.file(generator, "./mvnw dependency:copy@generators");
        Path client = folder.resolve("java");
        java(
                "-jar",
                generator.toString(),
                "generate",
                "--input-spec=" + description(),
                "--generator-name=java",
                "--library=native",
                "--output=" + client,
                "--invoker-package=" + PACKAGE,
                "--api-package=" + PACKAGE + ".api",
                "--model-package=" + PACKAGE + ".model",
                "--additional-properties=openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true",
                "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false");
        String classPath = System.getProperty("java.class.path");
        Path classes = folder.resolve("classes");
        var compile = new ArrayList<>(
                List.of(jdk("javac"), "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath));
        compile.add("examples/clients/Client.java");
        try (Stream<Path> files = Files.walk(client.resolve("src/main/java"))) {
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

    private static void assertKept(String reference, String name) {
        String screening = service.send(service.request("/api/v1/screenings/" + reference)
                        .header("X-API-Key", key)
                        .build())
                .body();
        assertThat(screening).contains(name);
    }

    private static Path description() {
        return folder.resolve("openapi.json");
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
