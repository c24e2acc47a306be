package dev.stipple.api.screenings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.Small;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.Exported;
import dev.stipple.screening.kept.Reference;
import dev.stipple.store.Database;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What leaves by an export comes in again by an import, and no text comes in damaged. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ExchangeTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    @LocalServerPort
    private int port;

    private final ApiKeys keys;
    private final Screenings screenings;
    private final Database database;
    private final HttpClient client = HttpClient.newHttpClient();
    private String consultant = "";
    private String surname = "";

    @Autowired
    ExchangeTest(ApiKeys keys, Screenings screenings, Database database) {
        this.keys = keys;
        this.screenings = screenings;
        this.database = database;
    }

    @BeforeEach
    void makeKey() {
        String id = UUID.randomUUID().toString().replace("-", "");
        surname = "Q" + id.substring(0, 10);
        consultant = keys.create("consultant" + id, Role.CONSULTANT, "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON_LINES, CSV})
    void whatIsExportedIsImportedAsItWas(String type) throws Exception {
        keep("man-recent-transplant", "José " + surname, "+33 6 12; =1");
        keep("woman-alopecia-totalis", "'=Ana " + surname, "'- 7");
        List<JsonNode> people = people();

        HttpResponse<byte[]> exported = export(type);
        JsonNode report = JSON.readTree(send(type, exported.body()).body());

        assertThat(exported.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(report.path("refused")).isEmpty();
        assertThat(report.path("kept")).hasSize(2);
        assertThat(report.path("leftOut").toString()).contains("\"reference\"", "\"verdict\"");
        assertThat(people()).hasSize(4).allMatch(people::contains);
    }

    /** Broken off in the middle, an export would look like all there is. */
    @ParameterizedTest
    @ValueSource(strings = {JSON_LINES, CSV})
    void anExportNamesWhatWasAlteredAndGoesOnAndNoImportTakesIt(String type) throws Exception {
        keep("man-recent-transplant", "Ana " + surname, "1");
        String altered = keep("woman-alopecia-totalis", "Ben " + surname, "2");
        keep("man-recent-transplant", "Cid " + surname, "3");
        var actors = database.sql().sql("select actor from revision where reference = ?");
        String actor =
                actors.param(altered.replace("-", "")).query(String.class).single();
        putActor(altered, "eve");
        HttpResponse<byte[]> exported;
        try {
            exported = export(type);
        } finally {
            putActor(altered, actor);
        }
        String lines = new String(exported.body(), StandardCharsets.UTF_8);

        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(lines)
                .contains("Ana " + surname, "Cid " + surname, altered)
                .doesNotContain("Ben")
                .matches("(?s).*" + altered + ".{0,20}true.*");
        JsonNode report = JSON.readTree(send(type, exported.body()).body());
        assertThat(report.path("kept")).hasSize(2);
        assertThat(report.path("refused")).hasSize(1);
        assertThat(report.path("refused").toString()).contains("altered");
    }

    private void putActor(String reference, String actor) {
        database.sql()
                .sql("update revision set actor = ? where reference = ?")
                .params(actor, reference.replace("-", ""))
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, ISO-8859-1, false",
        "text/csv;charset=UTF-8, ISO-8859-1, false",
        "text/csv;charset=windows-1252, windows-1252, true",
        "text/csv, UTF-8, true",
        "application/x-ndjson, ISO-8859-1, false",
        "application/x-ndjson;charset=ISO-8859-1, ISO-8859-1, true",
        "application/x-ndjson;charset=UTF-16LE, UTF-16LE, true",
    })
    void aNameIsKeptAsItWasWrittenOrRefusedWithItsLine(String type, String charset, boolean taken) throws Exception {
        String name = "Zoé " + surname;
        String csv = "id,candidate.ageYears,consent,name\nx1,34,1,Ana\nx2,34,1," + name + "\n";
        String lines = "{\"id\": \"x1\", \"consent\": \"1\", \"answers\": {}}\n"
                + "{\"id\": \"x2\", \"consent\": \"1\", \"answers\": {}, \"contact\": {\"name\": \"" + name + "\"}}\n";

        byte[] file = (type.startsWith(CSV) ? csv : lines).getBytes(Charset.forName(charset));
        JsonNode report = JSON.readTree(send(type, file).body());

        assertThat(report.path("kept").path(0).path("id").asString("")).isEqualTo("x1");
        if (taken) {
            assertThat(report.path("refused")).isEmpty();
            assertThat(people().get(0).path("contact").path("name").asString(""))
                    .isEqualTo(name);
        } else {
            assertThat(report.path("kept")).hasSize(1);
            JsonNode refused = report.path("refused").path(0);
            int line = type.startsWith(CSV) ? 3 : 2;
            assertThat(refused.path("line").intValue()).isEqualTo(line);
            assertThat(refused.path("errors").path(0).path("problem").asString(""))
                    .isEqualTo("line " + line + " is not UTF-8");
            assertThat(people()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"x,41", "\"1,41", "\"1,41\n\"1\",41"})
    void aTableIsKeptUpToTheRowWhoseQuotesDoNotMatch(String broken) throws Exception {
        String row = "1,41\n";
        String table = "consent,candidate.ageYears\n" + row.repeat(6) + broken + "\n" + row.repeat(3);

        JsonNode report =
                JSON.readTree(send(CSV, table.getBytes(StandardCharsets.UTF_8)).body());

        assertThat(report.path("kept").findValues("line").toString()).isEqualTo("[2, 3, 4, 5, 6, 7]");
        assertThat(report.path("refused").findValues("line").toString()).isEqualTo("[8]");
        assertThat(report.path("unreadFrom").intValue()).isEqualTo(8);
        assertThat(report.at("/refused/0/errors/0/problem").asString("")).contains("line 8: the quotes of this row");
    }

    @Test
    void aTableThatBeginsBrokenIsToldSo() throws Exception {
        byte[] first = "consent,candidate.ageYears\n\"1\"x,41\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> report = send(CSV, first);
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(report.body()).path("unreadFrom").intValue()).isEqualTo(2);

        HttpResponse<String> header = send(CSV, "\"consent\n1\n".getBytes(StandardCharsets.UTF_8));

        assertThat(header.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(header.body()).path("detail").asString("")).contains("line 1: the quotes of this row");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON_LINES, CSV})
    void theDayOnWhichAnswersWereGivenTravels(String type) throws Exception {
        String day = LocalDate.now(ZoneId.systemDefault()).minusMonths(7).toString();
        keep("/api/v1/screenings?given=" + day, "man-recent-transplant", surname, "1");

        JsonNode report = JSON.readTree(send(type, export(type).body()).body());

        assertThat(report.path("kept")).as(report.toString()).hasSize(1);
        assertThat(report.path("leftOut").toString()).doesNotContain("given");
        var people = people();
        assertThat(people.get(0).path("given").asString("")).isEqualTo(day);
        assertThat(people.get(0)).isEqualTo(people.get(1));
        assertThat(people.get(0).at("/answers/transplants/0/monthsAgo").intValue())
                .isEqualTo(2);
        assertThat(people.get(0).path("verdict").asString("")).isNotEqualTo("DEFER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "\"2026-02-30\"", "\"1899-12-31\"", "\"2199-01-01\"", "20260531", "[]"})
    void aDayOnWhichNobodyAnsweredIsRefused(String day) throws Exception {
        String line = "{\"consent\": \"1\", \"answers\": {}, \"given\": " + day + "}";

        JsonNode report = JSON.readTree(
                send(JSON_LINES, line.getBytes(StandardCharsets.UTF_8)).body());

        assertThat(report.at("/refused/0/errors/0/pointer").asString("")).isEqualTo("/given");
        assertThat(report.at("/refused/0/errors/0/expected").asString("")).contains("a day such as");
    }

    @Test
    void answersThatFitTheColumnsNoMoreStandBesideThem() throws Exception {
        String kept = keep("man-recent-transplant", "Ana " + surname, "");
        var screening = screenings.find(Reference.of(kept).orElseThrow(), "test");

        List<String> cells = Exported.cells(screening, Small.questionnaire());

        assertThat(cells.get(11)).isEqualTo(screening.current().answers());
        assertThat(cells.subList(12, cells.size())).containsOnly("");
        String table = "consent,olderAnswers\n1,\n1,{}\n";
        JsonNode report =
                JSON.readTree(send(CSV, table.getBytes(StandardCharsets.UTF_8)).body());
        assertThat(report.path("kept")).hasSize(1);
        assertThat(report.at("/refused/0/errors/0/pointer").asString("")).isEqualTo("/olderAnswers");
    }

    @Test
    void aTableThatNamesItsSeparatorIsRead() throws Exception {
        String table = "sep=;\r\nid;candidate.ageYears;transplants;consent;name\r\n"
                + "a-1;34;\"[{\"\"kind\"\":\"\"FUE\"\",\"\"monthsAgo\"\":2}]\";1;" + surname + "\r\na-2;x;;1;\r\n";

        JsonNode report =
                JSON.readTree(send(CSV, table.getBytes(StandardCharsets.UTF_8)).body());

        assertThat(report.path("kept").path(0).path("line").intValue()).isEqualTo(3);
        assertThat(report.path("refused").path(0).path("line").intValue()).isEqualTo(4);
        assertThat(people().get(0).at("/answers/transplants/0/monthsAgo").intValue())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{\"id\": 5, \"consent\": \"1\", \"answers\": {}} | /id",
                "{\"consent\": \"1\", \"answers\": {}, \"name\": \"Ana\"} | /name",
                "{\"consent\": \"1\", \"answers\": {}, \"contact\": {\"nam\": \"Ana\"}} | /contact/nam",
                "{\"consent\": \"1\", \"answers\": {}, \"contact\": \"Ana\"} | /contact",
            })
    void whatALineSaysBesideIsAccountedFor(String line, String pointer) throws Exception {
        JsonNode report = JSON.readTree(send(JSON_LINES, line.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .body());

        assertThat(report.at("/refused/0/errors/0/pointer").asString("")).isEqualTo(pointer);
    }

    /** Everybody of this test, as an export tells what they said, the newest first. */
    private List<JsonNode> people() throws Exception {
        String lines = new String(export(JSON_LINES).body(), StandardCharsets.UTF_8);
        return lines.lines()
                .map(line -> (JsonNode) ((ObjectNode) JSON.readTree(line))
                        .retain(List.of("answers", "given", "contact", "consent", "language", "verdict")))
                .toList();
    }

    private String keep(String story, String name, String phone) throws Exception {
        return keep("/api/v1/screenings", story, name, phone);
    }

    private String keep(String path, String story, String name, String phone) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("consent", "2026-01").put("language", "fr");
        body.set("answers", JSON.readTree(Files.readString(Path.of("examples", story + ".answers.json"))));
        body.putObject("contact").put("name", name).put("phone", phone);
        var kept = client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        return JSON.readTree(kept.body()).path("reference").asString("");
    }

    private HttpResponse<byte[]> export(String type) throws Exception {
        var request = request("/api/v1/screenings/export?text=" + surname).header("Accept", type);
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(String type, byte[] file) throws Exception {
        var request = request("/api/v1/screenings/import")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(file));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-API-Key", consultant);
    }
}
