package dev.stipple.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.live.LiveRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A question that is added to a rules folder is at every door of the standards at once, without Java. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReloadedStandardsTest {
    private static final List<String[]> DOORS = List.of(
            new String[] {"/api/v1/questionnaire", "application/json"},
            new String[] {"/api/v1/questionnaire", "application/schema+json"},
            new String[] {"/surveyjs/survey", "application/json"},
            new String[] {"/fhir/Questionnaire/intake", "application/fhir+json"},
            new String[] {"/v3/api-docs", "application/json"});

    @TempDir
    private static Path rules;

    @LocalServerPort
    private int port;

    @Autowired
    private LiveRules live;

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) {
        registry.add("stipple.rules", rules::toString);
    }

    @BeforeAll
    static void copy() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/planted/base"))) {
            for (Path file : files.toList()) {
                Files.copy(file, rules.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void itIsInEveryFormAndIsAnswered() throws Exception {
        assertEquals(List.of(), doorsThatSpeakOfIt());
        assertEquals(422, answer());
        String before = digest();

        String question =
                "{id: sleepsWell, type: boolean, text: {en: \"Do you sleep well?\", fr: \"Dormez-vous bien ?\"}}";
        edit("questionnaire.yaml", "  - id: smokes\n", "  - " + question + "\n  - id: smokes\n");
        edit("facts.drl", "    smokes : Boolean\n", "    sleepsWell : Boolean\n    smokes : Boolean\n");
        var attempt = live.reload().last();

        assertEquals(List.of(), attempt.faults());
        assertEquals(DOORS.size(), doorsThatSpeakOfIt().size());
        assertEquals(200, answer());
        assertTrue(!digest().equals(before));
    }

    private List<String> doorsThatSpeakOfIt() throws Exception {
        var speaking = new ArrayList<String>();
        for (String[] door : DOORS) {
            if (new Running(port).get(door[0], door[1]).body().contains("sleepsWell")) {
                speaking.add(door[0] + " " + door[1]);
            }
        }
        return speaking;
    }

    private int answer() throws Exception {
        return new Running(port)
                .post("/api/v1/assessments", "application/json", "{\"answers\": {\"person\": {\"sleepsWell\": true}}}")
                .statusCode();
    }

    /** What a client holds against what it keeps, so that it asks again only when the rules have changed. */
    private String digest() throws Exception {
        String tag = new Running(port)
                .get("/fhir/Questionnaire/intake", "application/fhir+json")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var kept = HttpRequest.newBuilder(URI.create(new Running(port).address("/fhir/Questionnaire/intake")))
                .header("If-None-Match", tag);
        assertEquals(304, new Running(port).send(kept).statusCode());
        return tag;
    }

    private static void edit(String file, String find, String replacement) throws IOException {
        Path path = rules.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(find));
        Files.writeString(path, text.replace(find, replacement));
    }
}
