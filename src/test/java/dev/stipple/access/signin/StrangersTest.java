package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.Role;
import dev.stipple.web.console.Clinic;
import dev.stipple.web.console.Consultant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Whoever has not signed in leaves next to nothing in the memory of the service, and acts for nobody who has. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class StrangersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private final ServletWebServerApplicationContext context;
    private final Clinic clinic;

    @Autowired
    StrangersTest(ServletWebServerApplicationContext context) {
        this.context = context;
        this.clinic = new Clinic(context);
    }

    private List<Session> sessions() {
        var host = Objects.requireNonNull((TomcatWebServer) context.getWebServer())
                .getTomcat()
                .getHost();
        return Arrays.stream(host.findChildren())
                .flatMap(each -> Arrays.stream(((Context) each).getManager().findSessions()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/screenings?text=", "/console/impact?folder=", "/account/password?a=", "/login?error="})
    void aClosedPageMakesNoSessionHoweverLongItsAddress(String path) throws Exception {
        int before = sessions().size();

        var answer = get(path + "x".repeat(3_500));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .as(answer.statusCode() + "")
                .noneMatch(cookie -> cookie.startsWith("JSESSIONID") && !path.startsWith("/login"));
        assertThat(sessions().size() - before).isLessThanOrEqualTo(path.startsWith("/login") ? 1 : 0);
    }

    @Test
    void aSessionOfWhoHasNotSignedInIsShortAndTheOtherIsNot() throws Exception {
        get("/login");
        assertThat(sessions()).extracting(Session::getMaxInactiveInterval).contains(600);

        clinic.person(port, Role.CONSULTANT).open("/console/screenings");
        assertThat(sessions()).extracting(Session::getMaxInactiveInterval).contains(1_800);
    }

    @Test
    void signingInLeadsToThePageThatWasWanted() {
        var person = new Consultant(port).open("/console/insight");

        assertThat(person.heading()).isEqualTo("Sign in");
        person.press("Sign in", Map.of("username", clinic.account(Role.CONSULTANT), "password", Clinic.PASSWORD));
        assertThat(person.heading()).isEqualTo("Insight");
    }

    /** The cookie is the browser's; what is no address of a page leads to the usual one, and is said in no log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x//evil.example/",
                "/console\n2026-12-01T10:40:00.000Z  INFO 1 --- the last seal is FORGED",
                "/\\evil.example",
                "javascript:alert(1)",
                "http://[",
                "%%%",
                "\u0000"
            })
    void signingInLeadsToNoOtherSiteAndToNoFault(String wanted, CapturedOutput log) {
        for (int again = 0; again < 2; again++) {
            var person = new Consultant(port);
            person.open("/login");
            person.remember(
                    "REDIRECT_URI", Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8)));
            person.press("Sign in", Map.of("username", clinic.account(Role.CONSULTANT), "password", Clinic.PASSWORD));

            assertThat(person.host()).isEqualTo("localhost");
            assertThat(person.heading()).isEqualTo("Screenings");
        }
        assertThat(log.getAll()).doesNotContain("FORGED");
    }

    /** The cookie is the browser's, which may send anything in it. */
    @ParameterizedTest
    @ValueSource(strings = {"%%%", "http://[", "https://evil.example//evil.example/x", "javascript:alert(1)", "\u0000"})
    void aWantedPageThatIsNoneIsPassedOver(String wanted) throws Exception {
        String cookie = "REDIRECT_URI=" + Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
        for (String path : List.of("/login", "/console/screenings")) {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Cookie", cookie)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + " " + wanted).isIn(200, 302);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a browser does that was once asked for a name and a password; programs say none of it. */
    @ParameterizedTest
    @CsvSource({
        "cross-site, http://evil.example, 403",
        "same-site, http://localhost:1, 403",
        "'', http://evil.example, 403",
        "'', null, 403",
        "'', http://[, 403",
        "same-origin, '', 404",
        "none, '', 404",
        "'', '', 404",
    })
    void aPageOfAnotherSiteDoesNothingWithARememberedPassword(String site, String origin, int status) throws Exception {
        String name = clinic.account(Role.ADMIN);
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/accounts/nobody-there/unlock"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (name + ":" + Clinic.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (!site.isEmpty()) {
            request.header("Sec-Fetch-Site", site);
        }
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }

        assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
    }
}
