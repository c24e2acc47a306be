package dev.stipple.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.answers.AssessmentRequest;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.api.RandomAnswers;
import dev.stipple.api.Running;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AnswersSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPE = "application/schema+json";

    @LocalServerPort
    private int port;

    @Test
    void theSchemaAndTheApiAgreeOnEveryBody() throws Exception {
        long seed = System.nanoTime();
        System.out.println("bodies for schema and API: seed " + seed);
        var bodies = new RandomAnswers(Shipped.rulebook().questionnaire(), new Random(seed));
        Schema schema = schema();
        int valid = 0;

        for (int i = 0; i < 2000; i++) {
            JsonNode body = bodies.body();
            boolean fits = schema.validate(body).isEmpty();
            valid += fits ? 1 : 0;

            assertEquals(fits, isRead(body), () -> "seed " + seed + ": " + body);
            if (i % 20 == 0) {
                assertEquals(fits ? 200 : 422, post(body), () -> "seed " + seed + ": " + body);
            }
        }

        assertTrue(valid > 400 && valid < 1600, "of 2000 bodies fit " + valid + ", seed " + seed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | true",
                "{'candidate': {'ageYears': 33.5}} | false",
                "{'scars': [], 'allergies': 'NOT_SURE', 'conditions': null} | true",
                "{'scalp': {'symptoms': []}} | true",
                "{'scalp': {'symptoms': ['NONE', 'ITCH']}} | false",
                "{'goal': {'looks': []}} | false",
                "{'goal': {'looks': ['DENSITY', 'NOT_SURE'], 'keepShort': true}} | true",
                "{'goal': {'looks': ['NOT_SURE']}} | false",
                "{'scalp': {'symptoms': ['NONE', 'NOT_SURE']}} | false",
                "{'scalp': {'symptoms': ['ITCH', 'NOT_SURE']}} | true",
                "{'goal': {'looks': ['DENSITY'], 'keepShort': true}} | false",
                "{'goal': {'looks': ['DENSITY'], 'keepShort': 'NOT_SURE'}} | true",
                "{'goal': {'keepShort': true}} | true",
                "{'hairLoss': {'alopecia': 'NO_HAIR_LOSS', 'norwood': 'III'}} | false",
                "{'transplants': [{'monthsAgo': 6, 'surgeonAgrees': true}]} | true",
                "{'transplants': [{'monthsAgo': 12, 'surgeonAgrees': true}]} | false"
            })
    void whatIsKnownToBeRightOrWrongIsSo(String json, boolean right) throws Exception {
        JsonNode body = JSON.readTree(json.replace('\'', '"'));

        assertEquals(right, schema().validate(body).isEmpty());
        assertEquals(right ? 200 : 422, post(body));
    }

    /** The one place where they differ: to JSON Schema 33.0 is an integer, and no word of it can tell the two apart. */
    @Test
    void aWholeNumberWithAPointFitsTheSchemaAndIsRefused() throws Exception {
        JsonNode body = JSON.readTree("{\"candidate\": {\"ageYears\": 33.0}}");

        assertEquals(List.of(), schema().validate(body));
        assertEquals(422, post(body));
    }

    @Test
    void theSchemaIsOneByItsOwnMetaSchema() throws Exception {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertEquals(List.of(), meta.validate(JSON.readTree(document())));
    }

    @Test
    void whoAcceptsAnythingIsGivenOurOwnJson() throws Exception {
        var response = new Running(port).get("/api/v1/questionnaire", "*/*");

        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElse(""));
    }

    /** What the API does with a body before it assesses it, which takes most of the time. */
    private static boolean isRead(JsonNode answers) {
        byte[] body = ("{\"answers\": " + answers + "}").getBytes(StandardCharsets.UTF_8);
        try {
            AssessmentRequest.read(Shipped.rulebook().questionnaire(), StrictJson.read(body));
            return true;
        } catch (InvalidAnswers e) {
            return false;
        }
    }

    private Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(document()));
    }

    private String document() throws Exception {
        var response = new Running(port).get("/api/v1/questionnaire", TYPE);
        assertEquals(TYPE, response.headers().firstValue("Content-Type").orElse(""));
        return response.body();
    }

    private int post(JsonNode body) throws Exception {
        return new Running(port)
                .post("/api/v1/assessments", "application/json", "{\"answers\": " + body + "}")
                .statusCode();
    }
}
