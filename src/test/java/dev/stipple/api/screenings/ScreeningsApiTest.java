package dev.stipple.api.screenings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.api.Stories;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
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

/** Kept screenings as a program on the network meets them. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ScreeningsApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCREENINGS = "/api/v1/screenings";

    @LocalServerPort
    private int port;

    private final ApiKeys keys;
    private final Accounts accounts;
    private final HttpClient client = HttpClient.newHttpClient();
    private String intake = "";
    private String consultant = "";
    private String admin = "";
    private String surname = "";

    @Autowired
    ScreeningsApiTest(ApiKeys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    @BeforeEach
    void makeKeys() {
        String id = UUID.randomUUID().toString().replace("-", "");
        surname = "Q" + id.substring(0, 10);
        intake = keys.create("intake" + id, Role.INTAKE, "test");
        consultant = keys.create("consultant" + id, Role.CONSULTANT, "test");
        admin = keys.create("admin" + id, Role.ADMIN, "test");
    }

    @Test
    void whatIsKeptIsFoundWithItsAssessmentAndContact() throws Exception {
        var kept = keep(body("man-recent-transplant"), null);

        assertEquals(201, kept.statusCode());
        String reference = json(kept).path("reference").stringValue();
        JsonNode found = json(get(SCREENINGS + "/" + reference, consultant));

        assertEquals("DEFER", found.path("verdict").stringValue());
        assertEquals(Stories.assessment("man-recent-transplant"), found.path("assessment"));
        assertEquals("Ana " + surname, found.path("contact").path("name").stringValue());
        assertEquals(List.of("name"), List.copyOf(found.path("contact").propertyNames()));
        assertEquals(
                2,
                found.path("answers")
                        .path("transplants")
                        .path(0)
                        .path("monthsAgo")
                        .intValue());
    }

    @Test
    void aListIsFoundByText() throws Exception {
        String reference = kept("man-recent-transplant");

        JsonNode found = json(get(SCREENINGS + "?text=" + surname + "&verdict=DEFER&status=WAITING", consultant));

        assertEquals(
                reference, found.path("screenings").path(0).path("reference").stringValue());
        assertEquals(1, found.path("total").intValue());
        assertEquals(400, get(SCREENINGS + "?after=nonsense", consultant).statusCode());
        assertEquals(400, get(SCREENINGS + "?verdict=MAYBE", consultant).statusCode());
        for (String odd : List.of(
                "text=" + "a".repeat(5_000), "from=-999999999-01-01T00:00:00Z", "before=+999999999-01-01T00:00:00Z")) {
            var refused = get(SCREENINGS + "?" + odd.replace("+", "%2B"), consultant);
            assertEquals(400, refused.statusCode(), refused.body());
        }
    }

    @Test
    void aRepeatedPostMakesOneScreeningAndAnotherBodyIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();

        var first = keep(body("man-recent-transplant"), key);
        var second = keep(body("man-recent-transplant"), key);

        assertEquals(json(first).path("reference"), json(second).path("reference"));
        assertEquals(422, keep(body("woman-alopecia-totalis"), key).statusCode());
    }

    @Test
    void aRepeatedPostWithAnotherDayIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = body("man-recent-transplant");
        LocalDate day = LocalDate.now(ZoneId.systemDefault()).minusMonths(7);

        var first = keep("?given=" + day, body, key);

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(json(first), json(keep("?given=" + day, body, key)));
        for (String other : List.of("", "?given=" + day.plusDays(1))) {
            var refused = keep(other, body, key);
            assertEquals(422, refused.statusCode());
            assertThat(refused.body()).contains("other parameters");
        }
    }

    @Test
    void everyFaultOfASubmissionIsNamed() throws Exception {
        var refused = keep("{\"answers\": {\"candidate\": {\"ageYears\": 1.5}}, \"contact\": {\"mail\": 1}}", null);

        assertEquals(422, refused.statusCode());
        assertEquals(
                "[\"/consent\",\"/answers/candidate/ageYears\",\"/contact/mail\"]",
                JSON.writeValueAsString(json(refused).path("errors").findValuesAsString("pointer")));
    }

    @Test
    void noFaultHidesAnother() throws Exception {
        var refused = keep("{\"answers\": {\"skin\": 1}, \"contact\": {\"email\": \"ana\"}}", null);

        assertThat(json(refused).path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/consent", "/contact/email", "/answers/skin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a mail", "ana@", "@example.org", "ana@example.org, ben@example.org"})
    void aMailAddressHasItsForm(String email) throws Exception {
        var refused = keep("{\"answers\": {}, \"consent\": \"1\", \"contact\": {\"email\": \"" + email + "\"}}", null);

        assertEquals(422, refused.statusCode());
        assertThat(json(refused).path("errors").findValuesAsString("pointer")).containsExactly("/contact/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ana@example.org ", "jos\u00e9@example"})
    void aMailAddressMayBeLeftOutOrUnusual(String email) throws Exception {
        var kept = keep("{\"answers\": {}, \"consent\": \"1\", \"contact\": {\"email\": \"" + email + "\"}}", null);

        assertEquals(201, kept.statusCode());
    }

    @Test
    void aFaultBesideTheAnswersIsNotSaidToBeOneOfThem() throws Exception {
        var refused = keep("{\"answers\": {}}", null);

        assertThat(json(refused).path("detail").asString()).doesNotContain("The answers are not");
        assertThat(json(refused).path("errors").findValuesAsString("pointer")).containsExactly("/consent");
    }

    @Test
    void anOverruledVerdictStaysBesideTheOneOfTheRulesAndBecomesAScenario() throws Exception {
        String reference = kept("man-recent-transplant");
        String decision = "{\"version\": 1, \"kind\": \"OVERRULE\", \"verdict\": \"SUITABLE_WITH_CONDITIONS\","
                + " \"reason\": \"SEEN_IN_PERSON\", \"note\": \"healed\"}";

        JsonNode decided = json(post(SCREENINGS + "/" + reference + "/decisions", consultant, decision));

        assertEquals("DEFER", decided.path("verdict").stringValue());
        assertEquals("SUITABLE_WITH_CONDITIONS", decided.path("decided").stringValue());
        String scenario =
                get(SCREENINGS + "/" + reference + "/scenario", consultant).body();
        assertTrue(scenario.contains("verdict: SUITABLE_WITH_CONDITIONS"), scenario);
        assertTrue(scenario.contains("monthsAgo: 2"), scenario);
        assertFalse(scenario.contains(surname), scenario);
    }

    @Test
    void theSecondOfTwoWhoDecideIsToldOfTheConflict() throws Exception {
        String reference = kept("man-recent-transplant");
        String decision = "{\"version\": 1, \"kind\": \"CONFIRM\", \"reason\": \"AGREED\"}";
        assertEquals(
                200,
                post(SCREENINGS + "/" + reference + "/decisions", consultant, decision)
                        .statusCode());

        var conflict = post(SCREENINGS + "/" + reference + "/decisions", consultant, decision);

        assertEquals(409, conflict.statusCode());
        assertEquals(2, json(conflict).path("version").intValue());
    }

    @Test
    void anIncompleteDecisionIsRefused() throws Exception {
        String path = SCREENINGS + "/" + kept("man-recent-transplant") + "/decisions";

        assertEquals(422, post(path, consultant, "{}").statusCode());
        assertEquals(400, post(path, consultant, "{\"kind\": \"MAYBE\"}").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'OVERRULE' | /verdict | overruling needs a verdict: one of",
                "'OVERRULE', 'verdict': 'UNDECIDED' | /verdict | overruling needs a verdict: one of",
                "'CONFIRM', 'verdict': 'SUITABLE' | /verdict | leave it out",
                "'OVERRULE', 'verdict': 'DEFER' | /verdict | confirm it instead",
                "'CONFIRM', 'reason': 'OTHER' | /note | needs a note that says which",
                "'SEND_BACK' | /note | the person reads it",
                "'CONFIRM', 'mail': true | /mail | sends no mails",
                "'SEND_BACK', 'note': '' | /note | the person reads it",
                "'SEND_BACK', 'note': ' \\n ' | /note | the person reads it",
            })
    void whatADecisionLacksIsNamed(String kind, String place, String told) throws Exception {
        String path = SCREENINGS + "/" + kept("man-recent-transplant");
        String reason = kind.contains("reason") ? "" : "'reason': 'ANSWER_MISSING', ";
        String decision = "{'version': 1, " + reason + "'kind': " + kind + "}";

        var refused = post(path + "/decisions", consultant, decision.replace('\'', '"'));

        assertEquals(422, refused.statusCode(), refused.body());
        JsonNode fault = json(refused).path("errors").path(0);
        assertEquals(place, fault.path("pointer").stringValue());
        assertThat(fault.path("problem").stringValue()).contains(told);
        assertEquals(1, json(get(path, consultant)).path("version").intValue());
    }

    @Test
    void whatIsNotDecidedByTheRulesCannotBeConfirmed() throws Exception {
        JsonNode open =
                json(keep("{\"answers\": {}, \"consent\": \"2026-01\", \"contact\": {\"name\": \"Ana\"}}", null));
        String path = SCREENINGS + "/" + open.path("reference").stringValue();

        var refused = post(
                path + "/decisions", consultant, "{\"version\": 1, \"kind\": \"CONFIRM\", \"reason\": \"AGREED\"}");

        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(
                "/kind", json(refused).path("errors").path(0).path("pointer").stringValue());
    }

    @Test
    void answersAreAssessedAgainAndReplayed() throws Exception {
        String path = SCREENINGS + "/" + kept("man-recent-transplant");

        JsonNode same = json(get(path + "/comparison", consultant));
        String other = "{\"answers\": " + answers("woman-alopecia-totalis") + "}";
        JsonNode revised = json(post(path + "/revisions?version=1", consultant, other));
        JsonNode again = json(post(path + "/reassessments?version=2", consultant, ""));

        assertEquals(0, same.path("gone").size() + same.path("added").size());
        assertEquals(2, revised.path("revisions").size());
        assertEquals(3, again.path("revisions").size());
        for (JsonNode replay : json(get(path + "/replays", consultant))) {
            assertTrue(replay.path("same").booleanValue());
        }
    }

    @Test
    void everythingKeptOfAPersonIsHandedOutAndThenErased() throws Exception {
        String path = SCREENINGS + "/" + kept("man-recent-transplant");

        JsonNode file = json(get(path + "/person", consultant));
        assertEquals("Ana " + surname, file.path("contact").path("name").stringValue());
        assertEquals("KEPT", file.path("log").path(0).path("action").stringValue());

        assertEquals(204, send(request(path, consultant).DELETE()).statusCode());
        assertEquals(410, get(path, consultant).statusCode());
        for (String door : new String[] {"/agenda/1?version=1&done=true", "/agenda/1?version=2&done=true"}) {
            assertEquals(410, post(path + door, consultant, "").statusCode(), door);
        }
        assertEquals(404, get(SCREENINGS + "/0000-0000-0000", consultant).statusCode());
    }

    @Test
    void aScreeningIsGivenToAColleagueFoundByThemAndGivenToNobody() throws Exception {
        String path = SCREENINGS + "/" + kept("man-recent-transplant");
        String ana = account(Role.CONSULTANT);
        String mine = SCREENINGS + "?text=" + surname + "&assignee=";

        JsonNode given = json(put(path + "/assignee?name=" + ana));

        assertEquals(ana, given.path("assignee").stringValue());
        assertEquals(1, given.path("version").intValue());
        JsonNode found = json(get(mine + ana, consultant));
        assertEquals(ana, found.path("screenings").path(0).path("assignee").stringValue());
        assertEquals(0, json(get(mine + "-", consultant)).path("total").intValue());
        accounts.change(ana, Role.CONSULTANT, true, "test");
        assertEquals(1, json(get(mine + "-", consultant)).path("total").intValue());
        JsonNode taken = json(send(request(path + "/assignee", consultant).DELETE()));
        assertFalse(taken.has("assignee"), taken.toString());
        assertEquals(0, json(get(mine + ana, consultant)).path("total").intValue());
    }

    @Test
    void aScreeningIsGivenToNobodyWhoCannotOpenIt() throws Exception {
        String path = SCREENINGS + "/" + kept("man-recent-transplant") + "/assignee";
        String closed = account(Role.CONSULTANT);
        accounts.change(closed, Role.CONSULTANT, true, "test");

        for (String name : List.of(closed, account(Role.AUTHOR), "unknown", "")) {
            var refused = put(path + "?name=" + name);
            assertEquals(422, refused.statusCode(), refused.body());
            assertThat(refused.body()).contains("open account of a consultant");
        }
        assertEquals(400, put(path).statusCode());
    }

    @Test
    void whatIsNewToWhoAsksIsListedUntilTheyReadIt() throws Exception {
        String reference = kept("man-recent-transplant");
        String news = SCREENINGS + "?news=true&text=" + surname;
        assertEquals("NEW", news(news, consultant));

        get(SCREENINGS + "/" + reference, consultant);

        assertEquals("", news(news, consultant));
        assertEquals("NEW", news(news, admin));
        post(
                SCREENINGS + "/" + reference + "/decisions",
                admin,
                "{\"version\": 1, \"kind\": \"CONFIRM\", \"reason\": \"AGREED\"}");
        assertEquals("CHANGED", news(news, consultant));
        assertEquals("", news(news, admin));
    }

    @Test
    void aNoteIsKeptForColleaguesAndInThePersonsFileAndTravelsNowhere() throws Exception {
        String path = SCREENINGS + "/" + kept("man-recent-transplant");

        JsonNode noted = json(post(path + "/notes", consultant, "{\"text\": \" Call her on Monday. \"}"));

        assertEquals(1, noted.path("version").intValue());
        for (JsonNode view : List.of(noted, json(get(path, admin)), json(get(path + "/person", admin)))) {
            assertEquals(
                    "Call her on Monday.",
                    view.path("notes").path(0).path("text").stringValue());
        }
        for (String refused : List.of("{}", "{\"text\": \" \"}", "{\"text\": \"" + "a".repeat(2_001) + "\"}")) {
            var answer = post(path + "/notes", consultant, refused);
            assertEquals(422, answer.statusCode(), answer.body());
            assertEquals(
                    "/text", json(answer).path("errors").path(0).path("pointer").stringValue());
        }
        String exported = get(SCREENINGS + "/export?text=" + surname, consultant, "application/x-ndjson")
                .body();
        assertThat(exported).contains("Call her on Monday.");
        JsonNode report = json(postFile("application/x-ndjson", exported, null));
        assertThat(report.path("leftOut").toString()).contains("\"notes\"");
        String imported = report.path("kept").path(0).path("reference").stringValue();
        assertEquals(
                0,
                json(get(SCREENINGS + "/" + imported, consultant)).path("notes").size());
    }

    private String news(String list, String key) throws Exception {
        return json(get(list, key)).path("screenings").path(0).path("news").asString("");
    }

    private String account(Role role) {
        String name = "a" + UUID.randomUUID().toString().substring(0, 8);
        accounts.create(name, role, "test");
        return name;
    }

    private HttpResponse<String> put(String path) throws Exception {
        return send(request(path, consultant).PUT(BodyPublishers.noBody()));
    }

    @Test
    void aFileIsTakenLineByLineAndTheReportNamesEveryLineThatIsNot() throws Exception {
        String lines =
                "{\"id\": \"a\", \"consent\": \"1\", \"contact\": {\"name\": \"Ana " + surname + "\"}, \"answers\": "
                        + answers("man-recent-transplant").replace("\n", " ") + "}\n"
                        + "{\"id\": \"b\", \"consent\": \"1\", \"answers\": {\"candidate\": {\"ageYears\": \"x\"}}}\n"
                        + "{\"id\": \"c\", \"answers\": {}}\n"
                        + "nonsense\n";

        JsonNode report = json(postFile("application/x-ndjson", lines, "file-" + surname));
        JsonNode repeated = json(postFile("application/x-ndjson", lines, "file-" + surname));

        assertEquals(1, report.path("kept").size());
        assertEquals("[2,3,4]", JSON.writeValueAsString(report.path("refused").findValues("line")));
        assertEquals(report.path("kept"), repeated.path("kept"));
    }

    @Test
    void whatIsExportedAsATableCanBeImported() throws Exception {
        kept("man-recent-transplant");
        kept("woman-alopecia-totalis");

        String table = get(SCREENINGS + "/export?text=" + surname, consultant, "text/csv")
                .body();
        String withoutWhatOnlyAnExportHas =
                table.lines().map(line -> line.split(",", 6)[5]).collect(Collectors.joining("\n"));
        JsonNode report = json(postFile("text/csv", withoutWhatOnlyAnExportHas, null));
        String first = get(SCREENINGS + "/export?text=" + surname, consultant, "application/x-ndjson")
                .body();

        assertEquals(2, report.path("kept").size(), report.toString());
        assertEquals(4, first.lines().count());
        assertEquals(
                "DEFER",
                JSON.readTree(first.lines().toList().get(0)).path("verdict").stringValue());
    }

    /** A spreadsheet takes a cell apart at a semicolon too, and passes over blanks. */
    @ParameterizedTest
    @ValueSource(strings = {"consent", "name", "email", "phone"})
    void whatCouldBeAFormulaIsExportedAsTextInEveryColumn(String column) throws Exception {
        for (String formula : List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\uff1d1",
                "a;=1+1",
                "a\n =1+1",
                "a\t=1+1",
                "a;\"=1+1;b",
                "a\t\"+1",
                "a\n'\"@1",
                "a|=1")) {
            var contact = JSON.createObjectNode().put("name", surname);
            var body = JSON.createObjectNode().put("consent", "1");
            (column.equals("consent") ? body : contact).put(column, formula);
            body.set("contact", contact);
            body.putObject("answers");
            if (column.equals("email")) {
                // A mail address that is none comes in by an import alone.
                assertThat(json(postFile("application/x-ndjson", body.toString(), null))
                                .path("kept"))
                        .hasSize(1);
            } else {
                assertEquals(201, keep(body.toString(), null).statusCode());
            }
        }

        String table = get(SCREENINGS + "/export", consultant, "text/csv").body();
        var cells = new ArrayList<String>();
        for (CSVRecord row :
                CSVParser.parse(table, CSVFormat.RFC4180.builder().setHeader().get())) {
            cells.add(row.get(column));
        }

        assertThat(cells)
                .contains("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\uff1d1", "a;'=1+1", "a\n' =1+1", "a\t'=1+1")
                .contains("a;'\"=1+1;b", "a\t'\"+1", "a\n''\"@1", "a|'=1")
                .noneMatch(cell -> cell.matches("(?s)(.*[;|\\n\\t])?[\\s\"]*[=+@\uff1d-].*"));
    }

    /** Of two, neither would be the key. */
    @Test
    void aRetryHasOneKey() throws Exception {
        var request = request(SCREENINGS, intake)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two")
                .POST(BodyPublishers.ofString("{\"answers\": {}, \"consent\": \"1\"}"));

        var refused = send(request);

        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Idempotency-Key"), refused.body());
    }

    @Test
    void theAuditLogIsShownAndVerified() throws Exception {
        String reference = kept("man-recent-transplant");
        get(SCREENINGS + "/" + reference, consultant);

        JsonNode log = json(get("/api/v1/audit?subject=" + reference, admin));

        assertEquals("[\"READ\",\"KEPT\"]", JSON.writeValueAsString(log.findValuesAsString("action")));
        JsonNode verification = json(get("/api/v1/audit/verification", admin));
        assertTrue(verification.path("holds").booleanValue(), verification.toString());
        assertEquals(403, get("/api/v1/audit", consultant).statusCode());
        String seal = verification.path("seal").stringValue();
        assertTrue(json(get("/api/v1/audit/verification?seal=" + seal, admin))
                .path("holds")
                .booleanValue());
        assertThat(json(get("/api/v1/audit/verification?seal=" + seal + "&seal=one", admin))
                        .path("faults"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.stringValue()).contains("the seal one, given,"));
        for (String empty : List.of("seal=", "seal", "seal=%20", "seal=" + seal + "&seal=", "seal=,")) {
            var refused = get("/api/v1/audit/verification?" + empty, admin);
            assertEquals(400, refused.statusCode(), empty);
            assertThat(refused.body()).as(empty).contains("Give a seal, or leave");
        }
    }

    @Test
    void anAdminMakesAnAccountWhosePasswordIsThenChosen() throws Exception {
        String name = surname.toLowerCase(Locale.ROOT);
        JsonNode made = json(post("/api/v1/accounts", admin, "{\"name\": \"" + name + "\", \"role\": \"consultant\"}"));
        String secret = made.path("secret").stringValue();

        assertEquals(403, send(basic(SCREENINGS, name, secret)).statusCode());
        var change = basic("/api/v1/account/password", name, secret)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"present\": \"" + secret + "\", \"chosen\": \"long enough and mine\"}"));
        assertEquals(204, send(change).statusCode());
        assertEquals(200, send(basic(SCREENINGS, name, "long enough and mine")).statusCode());
        assertEquals(
                422,
                post("/api/v1/accounts", admin, "{\"name\": \"\", \"role\": \"king\"}")
                        .statusCode());
    }

    private String kept(String story) throws Exception {
        return json(keep(body(story), null)).path("reference").stringValue();
    }

    private String body(String story) throws IOException {
        return "{\"answers\": " + answers(story) + ", \"consent\": \"2026-01\", \"contact\": {\"name\": \"Ana "
                + surname + "\"}}";
    }

    private static String answers(String story) throws IOException {
        return Files.readString(Path.of("examples", story + ".answers.json"));
    }

    private HttpResponse<String> keep(String body, @Nullable String key) throws Exception {
        return keep("", body, key);
    }

    private HttpResponse<String> keep(String parameters, String body, @Nullable String key) throws Exception {
        var request = request(SCREENINGS + parameters, intake)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    private HttpResponse<String> postFile(String type, String body, @Nullable String key) throws Exception {
        var request = request(SCREENINGS + "/import", consultant)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return send(
                request(path, key).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path, String key) throws Exception {
        return send(request(path, key));
    }

    private HttpResponse<String> get(String path, String key, String accept) throws Exception {
        return send(request(path, key).header("Accept", accept));
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-API-Key", key);
    }

    private HttpRequest.Builder basic(String path, String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
