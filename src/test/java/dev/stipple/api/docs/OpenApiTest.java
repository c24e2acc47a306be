package dev.stipple.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.api.Clients;
import dev.stipple.api.Running;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@Import(OpenApiTest.Counting.class)
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Test
    void aRequestHoldsTheAnswers() throws Exception {
        JsonNode api = document();

        assertEquals(
                "#/components/schemas/AssessmentRequest",
                api.path("paths")
                        .path("/api/v1/assessments")
                        .path("post")
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .stringValue());
    }

    @Test
    void nothingInItPuzzlesWhoeverWritesIt(CapturedOutput said) throws Exception {
        document();

        assertFalse(said.getAll().contains("Exception"), said::getAll);
    }

    @Test
    void everyPersonUnderExamplesIsAnExample() throws Exception {
        try (var files = Files.list(Path.of("examples"))) {
            List<String> stories = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".answers.json"))
                    .map(name -> name.replace(".answers.json", ""))
                    .sorted()
                    .toList();

            JsonNode examples = document().path("components").path("examples");

            assertEquals(stories, List.copyOf(examples.propertyNames()));
            JsonNode example = examples.path(stories.get(0)).path("value");
            assertEquals(
                    200,
                    new Running(port)
                            .post("/api/v1/assessments", "application/json", example.toString())
                            .statusCode());
        }
    }

    @Test
    void everyOperationHasASummaryAndItsErrorsAreProblems() throws Exception {
        var bare = new ArrayList<String>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode problem = operation
                            .getValue()
                            .path("responses")
                            .path("4XX")
                            .path("content")
                            .path("application/problem+json");
                    if (operation.getValue().path("summary").asString("").isEmpty() || problem.isMissingNode()) {
                        bare.add(operation.getKey() + " " + path.getKey());
                    }
                }));

        assertEquals(List.of(), bare, "add @Operation(summary = ...) to the method of the controller");
    }

    @Test
    void askingTwiceGivesTheSame() throws Exception {
        assertEquals(document(), document());
    }

    @Test
    void whoeverAsksAtOnceGetsTheOneThatIsMadeOnce() throws Exception {
        document();
        int made = Counting.MADE.get();
        var ends = new ArrayList<Future<HttpResponse<String>>>();
        var clients = Executors.newFixedThreadPool(30);
        for (int i = 0; i < 60; i++) {
            String language = i % 2 == 0 ? "fr" : "en";
            ends.add(clients.submit(() -> asked(language)));
        }
        clients.shutdown();

        for (var end : ends) {
            assertEquals(200, end.get().statusCode());
            assertEquals(text(), end.get().body());
        }
        assertEquals(made, Counting.MADE.get());
    }

    /** Counts how often the document is made. */
    @TestConfiguration
    static class Counting {
        private static final AtomicInteger MADE = new AtomicInteger();

        @Bean
        OpenApiCustomizer counting() {
            return api -> MADE.incrementAndGet();
        }
    }

    private HttpResponse<String> asked(String language) throws Exception {
        var running = new Running(port);
        return running.send(HttpRequest.newBuilder(URI.create(running.address("/v3/api-docs")))
                .header("Accept-Language", language));
    }

    @Test
    void thePageThatShowsItIsServed() throws Exception {
        var page = new Running(port).get("/swagger-ui/index.html", "text/html");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("swagger-ui"));
    }

    @ParameterizedTest
    @CsvSource({"redocly, --config, redocly.yaml", "spectral, --ruleset, spectral.yaml"})
    void theLintersFindNoError(String linter, String option, String rules) throws Exception {
        Clients.fetch();
        Path file = Files.createDirectories(Path.of("target/openapi")).resolve("openapi.json");
        Files.writeString(file, text());

        String said = Clients.output(
                Clients.MODULES.resolve(".bin").resolve(linter).toString(),
                "lint",
                option,
                "src/test/npm/" + rules,
                file.toString());

        assertThat(said.lines()).noneMatch(line -> line.matches(".*\\berror\\b.*") && !line.contains("0 errors"));
    }

    @Test
    void everyGroupAndQuestionIsDescribedByName() throws Exception {
        JsonNode schemas = document().path("components").path("schemas");

        for (Group group : Shipped.rulebook().questionnaire().groups()) {
            String name = "Answers" + group.id().substring(0, 1).toUpperCase(Locale.ROOT)
                    + group.id().substring(1);
            assertThat(schemas.path("Answers")
                            .path("properties")
                            .path(group.id())
                            .toString())
                    .contains("#/components/schemas/" + name);
            assertThat(schemas.path(name).path("properties").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            group.questions().stream().map(Question::id).toList());
        }
    }

    /** Whoever is not sure of a number, a yes or an option can say so in types. */
    @Test
    void notSureCanBeSaidOfEveryQuestionThatHasOneAnswer() throws Exception {
        JsonNode schemas = document().path("components").path("schemas");

        for (Group group : Shipped.rulebook().questionnaire().groups()) {
            String name = "Answers" + group.id().substring(0, 1).toUpperCase(Locale.ROOT)
                    + group.id().substring(1);
            for (Question question : group.questions()) {
                JsonNode schema = schemas.path(name).path("properties").path(question.id());
                String kind = schema.path("anyOf").path(0).path("$ref").asString("");
                String said =
                        schema + schemas.path(kind.replaceFirst(".*/", "")).toString();

                assertThat(question instanceof Question.Text || said.contains("NOT_SURE") || said.contains("/NotSure"))
                        .as(name + "." + question.id())
                        .isTrue();
                if (question instanceof Question.Number number) {
                    assertThat(schema.path("maximum").asInt(-1)).isEqualTo(number.max());
                }
            }
        }
        assertThat(schemas.path("NotSure").path("enum").toString()).isEqualTo("[\"NOT_SURE\"]");
    }

    @Test
    void aQuestionIsFollowedByNoFullStop() throws Exception {
        assertThat(text()).doesNotContain("?. ");
    }

    /** A generator makes nothing of an object of which nothing is said. */
    @Test
    void nothingIsABareObject() throws Exception {
        var bare = new ArrayList<String>();
        collectBare("", document(), bare);

        assertThat(bare).isEmpty();
    }

    private static void collectBare(String place, JsonNode node, List<String> bare) {
        boolean isObject = node.path("type").asString("").equals("object");
        if (isObject
                && !node.has("properties")
                && !node.path("additionalProperties").isObject()) {
            bare.add(place);
        }
        node.properties().stream()
                .filter(each -> !each.getKey().equals("examples"))
                .forEach(each -> collectBare(place + "/" + each.getKey(), each.getValue(), bare));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectBare(place + "/" + i, node.get(i), bare);
        }
    }

    @Test
    void namesOfOperationsAreChosenAndNotCounted() throws Exception {
        List<String> names = document().path("paths").findValuesAsString("operationId");

        assertThat(names).hasSizeGreaterThan(40).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-zA-Z]+"));
    }

    /** Whoever shows nothing is let in exactly where the description asks for nothing. */
    @Test
    void whatAsksForCredentialsIsWhatTheDescriptionSays() throws Exception {
        for (var path : document().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                String address = new Running(port).address(path.getKey().replaceAll("[{][^}]*}", "1"));
                int status = new Running(port)
                        .send(HttpRequest.newBuilder(URI.create(address))
                                .method(operation.getKey().toUpperCase(Locale.ROOT), BodyPublishers.noBody()))
                        .statusCode();

                assertThat(status == 401)
                        .as(operation.getKey() + " " + path.getKey() + " -> " + status)
                        .isEqualTo(!operation.getValue().path("security").isEmpty());
            }
        }
    }

    private JsonNode document() throws Exception {
        return JSON.readTree(text());
    }

    private String text() throws Exception {
        return new Running(port).get("/v3/api-docs", "application/json").body();
    }
}
