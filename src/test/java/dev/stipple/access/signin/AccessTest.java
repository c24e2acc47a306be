package dev.stipple.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in, and how far. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessTest {
    private static final String CHOSEN = "a-long-enough-password";

    @LocalServerPort
    private int port;

    private final Accounts accounts;
    private final ApiKeys keys;
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    AccessTest(Accounts accounts, ApiKeys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    @Test
    void assessingNeedsNoAccountAndScreeningsDo() throws Exception {
        assertEquals(200, get("/api/v1/questionnaire").statusCode());

        var refused = get("/api/v1/screenings");

        assertEquals(401, refused.statusCode());
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("content-type").orElse(""));
        assertTrue(refused.headers().firstValue("set-cookie").isEmpty());
    }

    @Test
    void theFirstStartCreatesOneAdminAndNoSecondOne() {
        assertEquals(Role.ADMIN, accounts.find("admin").orElseThrow().role());
        assertTrue(accounts.createFirst().isEmpty());
    }

    @Test
    void aOneTimePasswordOnlyChoosesAnother() throws Exception {
        String name = name();
        String once = accounts.create(name, Role.ADMIN, "test");

        assertEquals(403, get("/api/v1/accounts", basic(name, once)).statusCode());

        accounts.changePassword(name, once, CHOSEN);

        assertEquals(200, get("/api/v1/accounts", basic(name, CHOSEN)).statusCode());
        assertEquals(401, get("/api/v1/accounts", basic(name, once)).statusCode());
    }

    @Test
    void aProofOfTheRulesCostsTimeAndIsNotForEverybody() throws Exception {
        String key = keys.create(name(), Role.ADMIN, "test");

        var proved = get("/api/v1/rulebook/certificate", "X-API-Key", key);

        assertEquals(401, get("/api/v1/rulebook/certificate").statusCode());
        assertEquals(200, proved.statusCode());
        assertTrue(proved.body().contains("\"failures\":[]"), proved.body());
    }

    @Test
    void everyRoleReachesWhatIsItsOwnAndNoMore() throws Exception {
        for (Role role : Role.values()) {
            String key = keys.create(name(), role, "test");
            boolean reads = role == Role.CONSULTANT || role == Role.ADMIN;

            assertEquals(reads, get("/api/v1/screenings", "X-API-Key", key).statusCode() != 403, role.word());
            assertEquals(
                    role == Role.ADMIN, get("/api/v1/backup", "X-API-Key", key).statusCode() != 403, role.word());
            assertEquals(
                    role == Role.AUTHOR || role == Role.ADMIN,
                    get("/api/v1/rulebook/certificate", "X-API-Key", key).statusCode() != 403,
                    role.word());
        }
    }

    @Test
    void whatWasSentAndIsNotTakenIsNotToldLikeNothing() throws Exception {
        String nothing = get("/api/v1/screenings").body();
        String password = get("/api/v1/screenings", basic("nobody", CHOSEN)).body();
        String token =
                get("/api/v1/screenings", "Authorization", "Bearer stipple_key").body();

        assertTrue(nothing.contains("Send a key as X-API-Key"), nothing);
        assertTrue(password.contains("name and password"), password);
        assertFalse(password.contains("Send a key"), password);
        assertTrue(token.contains("takes no tokens") && token.contains("X-API-Key"), token);
    }

    @Test
    void aRevokedOrInventedKeyIsRefused() throws Exception {
        String name = name();
        String key = keys.create(name, Role.CONSULTANT, "test");
        keys.revoke(name, "test");

        var revoked = get("/api/v1/screenings", "X-API-Key", key);
        assertEquals(401, revoked.statusCode());
        assertTrue(revoked.body().contains("withdrawn"), revoked.body());
        assertEquals(
                401, get("/api/v1/screenings", "X-API-Key", "stipple_invented").statusCode());
        assertFalse(keys.all().stream().anyMatch(each -> each.name().equals(name)));
    }

    @Test
    void guessesAtOnceAreCountedBeforeTheyAreTriedAndKeepNobodyOutElsewhere() throws Exception {
        String name = account(Role.CONSULTANT);
        assertEquals(200, status("127.0.0.1", name, CHOSEN));

        var guesses = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> status("127.0.0.2", name, "wrong")))
                .toList();
        long tried = guesses.stream()
                .map(CompletableFuture::join)
                .filter(status -> status == 401)
                .count();

        assertEquals(5, tried);
        assertEquals(429, status("127.0.0.2", name, CHOSEN));
        assertEquals(200, status("127.0.0.1", name, CHOSEN));
    }

    @Test
    void whoHasToWaitIsToldHowLongWhetherOrNotThereIsSuchAnAccount() throws Exception {
        for (String name : List.of(account(Role.CONSULTANT), name())) {
            for (int guess = 0; guess < 5; guess++) {
                assertEquals(401, status("127.0.0.3", name, "wrong"));
            }
            assertEquals(429, status("127.0.0.3", name, "wrong"));
        }
    }

    @Test
    void anAdministratorLetsInWhoHasToWait() throws Exception {
        String key = keys.create(name(), Role.ADMIN, "test");
        String name = account(Role.CONSULTANT);
        for (int guess = 0; guess < 5; guess++) {
            assertEquals(401, status("127.0.0.4", name, "wrong"));
        }
        assertEquals(429, status("127.0.0.4", name, CHOSEN));

        var unlocked = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/accounts/" + name + "/unlock"))
                        .header("X-API-Key", key)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertEquals(204, unlocked.statusCode(), unlocked.body());
        assertEquals(200, status("127.0.0.4", name, CHOSEN));
    }

    @Test
    void aLongPasswordIsTakenWhole() throws Exception {
        String name = account(Role.CONSULTANT);
        String sentence = "A sentence that is far longer than seventy-two bytes, é and all, works well. ".repeat(3);

        var changed = putPassword(basic(name, CHOSEN), CHOSEN, sentence);

        assertEquals(204, changed.statusCode());
        assertEquals(200, get("/api/v1/screenings", basic(name, sentence)).statusCode());
        assertEquals(
                401,
                get("/api/v1/screenings", basic(name, sentence.strip() + "!")).statusCode());
        assertEquals(
                422,
                putPassword(basic(name, sentence), sentence, "x".repeat(1001)).statusCode());
    }

    /** Of two that are sent, one would count and the other not be looked at. */
    @Test
    void whoSaysTwiceWhoTheyAreIsRefused() throws Exception {
        String reads = keys.create(name(), Role.CONSULTANT, "test");
        String writes = keys.create(name(), Role.INTAKE, "test");
        String[] person = basic(account(Role.CONSULTANT), CHOSEN);

        for (String[] twice : new String[][] {
            {"X-API-Key", writes, "X-API-Key", reads},
            {"X-API-Key", reads, "X-API-Key", writes},
            {"X-API-Key", reads, person[0], person[1]},
            {"X-API-Key", reads, "Authorization", "Bearer token"},
            {person[0], person[1], "Authorization", "Bearer token"},
        }) {
            var refused = get("/api/v1/screenings", twice);

            assertEquals(400, refused.statusCode(), String.join(" ", twice) + refused.body());
            assertTrue(refused.body().contains("one of them"), refused.body());
        }
        assertEquals(200, get("/api/v1/screenings", "X-API-Key", reads).statusCode());
        assertEquals(200, get("/api/v1/screenings", person).statusCode());
    }

    @Test
    void aKeyHasNoPasswordToChange() throws Exception {
        for (Role role : Role.values()) {
            String key = keys.create(name(), role, "test");

            var refused = putPassword(new String[] {"X-API-Key", key}, "present-password", "a-chosen-password");

            assertEquals(422, refused.statusCode(), refused.body());
        }
    }

    @Test
    void aNameThatNoAddressCarriesIsNoAccountAndNoError() throws Exception {
        String key = keys.create(name(), Role.ADMIN, "test");
        for (String name : List.of("%00", "a%00b", "a%0ab", "n".repeat(300), "%e2%80%ae")) {
            for (String path :
                    List.of("/api/v1/accounts/" + name + "/password", "/api/v1/accounts/" + name + "/unlock")) {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("X-API-Key", key)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

                assertTrue(answer.statusCode() == 400 || answer.statusCode() == 404, path + answer.statusCode());
            }
        }
        assertEquals(401, get("/api/v1/screenings", basic("a\u0000b", "x")).statusCode());
    }

    private HttpResponse<String> putPassword(String[] identity, String present, String chosen)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/account/password"))
                .headers(identity)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"present\": \"" + present + "\", \"chosen\": \"" + chosen + "\"}"));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** What somebody at this address of this machine is answered. */
    private int status(String from, String name, String password) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0)) {
            String request = "GET /api/v1/screenings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join(": ", basic(name, password)) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(answer.startsWith("HTTP/1.1 429"), answer.contains("Retry-After: "), answer);
            return Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDisabledAccountIsOut() throws Exception {
        String name = account(Role.CONSULTANT);
        accounts.change(name, Role.CONSULTANT, true, "test");

        assertEquals(401, get("/api/v1/screenings", basic(name, CHOSEN)).statusCode());
    }

    @Test
    void peopleSignInOnAPageAndAForgedFormIsRefused() throws Exception {
        String name = account(Role.CONSULTANT);
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        assertEquals(302, send(browser, "/console", null).statusCode());
        String form = "username=" + name + "&password=" + URLEncoder.encode(CHOSEN, StandardCharsets.UTF_8);
        assertTrue(location(send(browser, "/login", form)).endsWith("/login?ended"));

        String token = csrf(send(browser, "/login", null).body());
        var signedIn = send(browser, "/login", form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));

        assertEquals(302, signedIn.statusCode());
        assertTrue(location(signedIn).contains("/console"));
        assertEquals(200, send(browser, "/console/screenings", null).statusCode());
        assertEquals(403, send(browser, "/logout", "").statusCode());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElse("");
    }

    @Test
    void pagesAllowNothingInline() throws Exception {
        String policy = send(client, "/login", null)
                .headers()
                .firstValue("content-security-policy")
                .orElse("");

        assertTrue(policy.startsWith("default-src 'self'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    private String account(Role role) {
        String name = name();
        accounts.changePassword(name, accounts.create(name, role, "test"), CHOSEN);
        return name;
    }

    private static String name() {
        return "n" + UUID.randomUUID();
    }

    private static String csrf(String page) {
        var matcher = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    private static String[] basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)};
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        List.of(headers).stream().findFirst().ifPresent(any -> request.headers(headers));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpClient browser, String path, @Nullable String form)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
