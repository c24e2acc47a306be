package dev.stipple.access.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody decides by a header what the service calls itself, and no address tells who somebody is. */
@Tag("whole")
final class ForgedHostTest {
    private static final String FORGED = "evil.example";
    private static final String PASSWORD = "a-long-enough-password";

    private static RunningService service;
    private static String session;

    @BeforeAll
    static void start() {
        service = RunningService.on(Shipped.FOLDER);
        var accounts = service.bean(Accounts.class);
        accounts.changePassword("ana", accounts.create("ana", Role.ADMIN, "test"), PASSWORD);
        session = signIn(service, FORGED);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/console",
                "/console/screenings",
                "/console/screenings/ABC",
                "/console/admin/access",
                "/console/admin/access/keys",
                "/console/admin/access/accounts/ana/password",
                "/swagger-ui.html",
                "/login",
                "/account/password",
                "/nowhere",
                "/error"
            })
    void noRedirectNamesAServerOrSomebody(String page) {
        for (String cookie : new String[] {"none=none", session}) {
            String answer = get(service, page, FORGED, cookie);

            assertThat(location(answer))
                    .doesNotContain("://")
                    .doesNotStartWith("//")
                    .doesNotContain("user=", "roles=");
            assertThat(answer).doesNotContain(FORGED);
        }
    }

    @Test
    void whoSignsInIsLedToThePageThatWasWantedHere() {
        String wanted = get(service, "/console/insight", FORGED, "none=none");

        assertThat(location(wanted)).isEqualTo("/login");

        String cookies = cookie(get(service, "/login", FORGED, "none=none")) + "; " + cookie("REDIRECT_URI", wanted);
        String signedIn = post(service, "/login", FORGED, cookies, "username=ana&password=" + PASSWORD);

        assertThat(location(signedIn)).startsWith("/console/insight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir/Questionnaire/intake", "/surveyjs/survey", "/cds-services", "/v3/api-docs"})
    void noLinkForProgramsNamesAForgedServer(String door) {
        assertThat(get(service, door, FORGED, "none=none"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain(FORGED);
    }

    /** Nobody has said that there is a proxy whose word counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/console",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config",
                "/fhir/Questionnaire/intake",
                "/surveyjs/survey",
                "/cds-services",
                "/intake"
            })
    void aForgedProxyIsNotBelieved(String door) {
        var answer = service.send(service.request(door)
                .header("X-Forwarded-Host", FORGED)
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=" + FORGED)
                .build());

        assertThat(answer.body()).doesNotContain(FORGED);
        assertThat(answer.headers().map().toString()).doesNotContain(FORGED);
    }

    @Test
    void theLinkToGoOnWithAFormNamesThisServer() {
        assertThat(later(service, FORGED)).contains("http://127.0.0.1:" + service.port() + "/intake/");
        assertThat(later(service, "localhost:" + service.port()))
                .contains("http://localhost:" + service.port() + "/intake/");
    }

    /** Every form of the intake and of the desk answers with where to go on. */
    @Test
    void noFormThatIsSentLeadsToAForgedServer() {
        String begun = post(service, "/intake", FORGED, "none=none", "");
        String form = formOf(begun);

        assertLeadsHere(begun, "/intake/");
        assertLeadsHere(post(service, form + "/removal", FORGED, "none=none", ""), "/intake/removed");
        assertLeadsHere(post(service, sent(FORGED) + "/removal", FORGED, "none=none", ""), "/intake/removed");
        for (String desk :
                new String[] {"/console/calendar/end", "/console/admin/access/accounts/ana/unlock", "/logout"}) {
            assertLeadsHere(post(service, desk, FORGED, signIn(service, FORGED), ""), "");
        }
    }

    private static void assertLeadsHere(String answer, String page) {
        assertThat(answer).startsWith("HTTP/1.1 30").doesNotContain(FORGED);
        assertThat(location(answer))
                .startsWith("/" + page.replaceFirst("^/", ""))
                .doesNotStartWith("//");
    }

    @Test
    void theLinkOfSomebodyWhoSentTheirFormNamesThisServer() {
        String link = get(service, sent(FORGED) + "/link", FORGED, "none=none");

        assertThat(link).contains(here() + "/intake/").doesNotContain(FORGED);
    }

    @Test
    void theAddressOfACalendarNamesThisServer() {
        String made = post(service, "/console/calendar", FORGED, session, "");

        assertThat(made).contains(here() + "/calendar/").doesNotContain(FORGED);
    }

    @Test
    void theLinksOfACardNameThisServer() {
        String call = "{\"hook\": \"patient-view\", \"hookInstance\": \"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","
                + " \"context\": {\"userId\": \"Practitioner/1\", \"patientId\": \"1\"}, \"prefetch\": {\"answers\":"
                + " {\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\","
                + " \"item\": [{\"linkId\": \"candidate.ageYears\", \"answer\": [{\"valueInteger\": 12}]}]}}}";

        String cards = posted(service, "/cds-services/suitability", FORGED, "none=none", "application/json", call);

        assertThat(cards)
                .startsWith("HTTP/1.1 200")
                .contains("\"url\":\"" + here() + "/intake")
                .doesNotContain(FORGED);
    }

    private static String here() {
        return "http://127.0.0.1:" + service.port();
    }

    /** The address of what somebody has just sent. */
    private static String sent(String host) {
        String form = formOf(post(service, "/intake", host, "none=none", ""));
        String sent =
                post(service, form + "/handover", host, "none=none", "name=Ada&email=ada%40example.org&consent=true");
        assertLeadsHere(sent, form + "/sent/link");
        return form + "/sent";
    }

    private static String formOf(String begun) {
        return location(begun).replaceAll("(/intake/[^/?]+).*", "$1");
    }

    @Test
    void theConfiguredAddressIsInEveryLink() {
        try (var clinic = RunningService.on(Shipped.FOLDER, "--stipple.address=https://clinic.example")) {
            assertThat(later(clinic, FORGED))
                    .contains("https://clinic.example/intake/")
                    .doesNotContain(FORGED);
            assertThat(get(clinic, "/fhir/Questionnaire/intake", FORGED, "none=none"))
                    .contains("https://clinic.example/pictures/");
            assertThat(location(get(clinic, "/console", FORGED, "none=none"))).isEqualTo("/login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic.example", "ftp://clinic.example", "https://clinic.example/path", "https://", "x y"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> PublicAddress.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stipple.address");
    }

    /** The page that tells how to go on later with a form. */
    private static String later(RunningService service, String host) {
        return get(service, formOf(post(service, "/intake", host, "none=none", "")) + "/later", host, "none=none");
    }

    private static String signIn(RunningService service, String host) {
        String page = get(service, "/login", host, "none=none");
        return cookie(post(service, "/login", host, cookie(page), "username=ana&password=" + PASSWORD));
    }

    private static String cookie(String answer) {
        return cookie("JSESSIONID", answer);
    }

    private static String cookie(String name, String answer) {
        Matcher cookie = Pattern.compile("(?i)set-cookie: (" + name + "=[^;]+)").matcher(answer);
        assertThat(cookie.find()).as(answer).isTrue();
        return cookie.group(1);
    }

    private static String location(String answer) {
        Matcher location = Pattern.compile("(?i)\r\nlocation: ([^\r]*)\r").matcher(answer);
        return location.find() ? location.group(1) : "";
    }

    private static String get(RunningService service, String path, String host, String cookie) {
        return send(
                service,
                "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie
                        + "\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    /** Sends a form, with the token against forged ones where the page has one: those of the intake have none. */
    private static String post(RunningService service, String path, String host, String cookie, String fields) {
        Matcher token =
                Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(get(service, "/login", host, cookie));
        String body = fields + (!path.startsWith("/intake") && token.find() ? "&_csrf=" + token.group(1) : "");
        return posted(service, path, host, cookie, "application/x-www-form-urlencoded", body);
    }

    private static String posted(
            RunningService service, String path, String host, String cookie, String type, String body) {
        return send(
                service,
                "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie
                        + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String send(RunningService service, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
