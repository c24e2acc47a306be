package dev.stipple.web.console.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.stipple.Chromium;
import dev.stipple.FreePort;
import dev.stipple.RunningService;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A passkey as the second factor, in a real browser with a device of its own. */
@Tag("whole")
final class PasskeyBrowserTest {
    private static final String PASSWORD = "a-long-enough-password";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static RunningService service;

    /** Lets the scripts below send something with the token of the page. */
    private static void makeSend(Page page) {
        page.evaluate("""
                () => {
                  const token = document.querySelector("[name=_csrf]").value;
                  const headers = { "Content-Type": "application/json", "X-CSRF-TOKEN": token };
                  window.send = (address, body) => fetch(address,
                      { method: "POST", headers, body: body === undefined ? undefined : JSON.stringify(body) });
                }""");
    }

    @BeforeAll
    static void start() {
        int port = FreePort.next();
        service = RunningService.on(
                Path.of("src/test/resources/planted/base"),
                "--server.port=" + port,
                "--stipple.address=http://localhost:" + port,
                "--stipple.access.passkey-required=true");
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void whoMayReadPeopleMakesAPasskeyFirstAndShowsItFromThenOn() {
        String name = account("carla", Role.CONSULTANT);
        Page page = browser();

        signIn(page, name);
        assertThat(page.locator("h1")).hasText("Make a passkey");
        open(page, "/console/screenings");
        assertThat(page.locator("h1")).hasText("Make a passkey");

        page.click("main form button");
        page.waitForURL("**/login?passkey");
        assertThat(page.locator("[role=status]")).containsText("Your passkey is kept");

        signIn(page, name);
        assertThat(page.locator("h1")).hasText("Show your passkey");
        open(page, "/console/screenings");
        assertThat(page.locator("h1")).hasText("Show your passkey");

        page.click("main form button");
        page.waitForURL("**/console/screenings");
        assertThat(page.locator("h1")).hasText("Screenings");
        assertThat(service.bean(AuditLog.class).of(name)).anyMatch(entry -> entry.action() == Action.PASSKEY_ADDED);
    }

    @Test
    void aStolenPasswordOpensNothingAndMakesNoPasskeyOfItsOwn() {
        String name = account("dora", Role.CONSULTANT);
        Page owner = browser();
        signIn(owner, name);
        owner.click("main form button");
        owner.waitForURL("**/login?passkey");

        Page thief = browser();
        signIn(thief, name);
        assertThat(thief.locator("h1")).hasText("Show your passkey");
        thief.click("main form button");
        assertThat(thief.locator("[data-passkey-failed]")).isVisible();
        for (String path : new String[] {"/console/screenings", "/account/passkey", "/account/password"}) {
            open(thief, path);
            assertThat(thief.locator("h1")).hasText("Show your passkey");
        }
        Object made = thief.evaluate("""
                async () => {
                  const token = document.querySelector("[name=_csrf]").value;
                  const answer = await fetch("/webauthn/register", {method: "POST", body: "{}",
                      headers: {"Content-Type": "application/json", "X-CSRF-TOKEN": token}});
                  return answer.redirected ? answer.url : answer.status + "";
                }""");
        assertThat(String.valueOf(made)).endsWith("/login/passkey");
    }

    /** A stolen device is not both factors. */
    @Test
    void aPasskeyAloneOpensNothingAndMakesAndTakesAwayNoPasskey() {
        String name = account("ines", Role.CONSULTANT);
        Page page = browser();
        signIn(page, name);
        page.click("main form button");
        page.waitForURL("**/login?passkey");
        page.context().clearCookies();
        open(page, "/login");
        makeSend(page);

        assertThat(page.evaluate("""
                async () => {
                  const asked = await (await send("/webauthn/authenticate/options")).json();
                  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
                  const credential = await navigator.credentials.get({ publicKey });
                  return (await send("/login/webauthn", credential.toJSON())).status;
                }""")).isEqualTo(200);
        for (String path : new String[] {"/console/screenings", "/account/passkey", "/account/password"}) {
            open(page, path);
            assertThat(page.locator("h1")).hasText("Sign in");
        }
        makeSend(page);
        assertThat(String.valueOf(page.evaluate("""
                async () => {
                  const answer = await send("/webauthn/register", {});
                  return answer.redirected ? answer.url : answer.status + "";
                }"""))).endsWith("/login");
    }

    /** What a browser would not send. */
    @Test
    void aPasskeyThatCannotBeKeptIsRefusedAndIsNoFault() {
        Page page = browser();
        signIn(page, account("jana", Role.CONSULTANT));
        makeSend(page);

        for (String label : new String[] {"a\u0000b", "a\u0007b", "", " ", "x".repeat(61), "x".repeat(5000)}) {
            assertThat(page.evaluate("""
                    async (label) => {
                      const asked = await (await send("/webauthn/register/options")).json();
                      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
                      const credential = (await navigator.credentials.create({ publicKey })).toJSON();
                      return (await send("/webauthn/register", { publicKey: { credential, label } })).status;
                    }""", label)).as(label).isEqualTo(422);
        }
        for (String body : new String[] {"{}", "{\"publicKey\": null}", "{\"publicKey\": {}}", "[]", "5"}) {
            assertThat(page.evaluate("""
                    async (body) => {
                      await send("/webauthn/register/options");
                      return (await send("/webauthn/register", JSON.parse(body))).status;
                    }""", body)).as(body).isIn(400, 422);
        }
    }

    @Test
    void overHttpBasicAPasswordAloneReadsNobody() {
        String name = account("edna", Role.CONSULTANT);

        HttpResponse<String> answer = basic("/api/v1/screenings", name);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("passkey");
    }

    @Test
    void whoReadsNobodyNeedsNone() {
        Page page = browser();

        signIn(page, account("frank", Role.AUTHOR));

        assertThat(page.locator("h1")).hasText("Impact");
    }

    @Test
    void aLostPasskeyIsTakenAwayAndAnotherOneMade() {
        String name = account("gina", Role.CONSULTANT);
        Page page = browser();
        signIn(page, name);
        page.click("main form button");
        page.waitForURL("**/login?passkey");

        service.bean(Accounts.class).removePasskeys(name, "admin");

        Page another = browser();
        signIn(another, name);
        assertThat(another.locator("h1")).hasText("Make a passkey");
    }

    /** At the width of a phone and of a desk. */
    @ParameterizedTest
    @CsvSource({"en, 390", "en, 1280", "fr, 390", "fr, 1280"})
    void everyPageOnTheWayInIsWithinReachOfEverybody(String language, int width) {
        String name = account("hedwig-" + language + width, Role.ADMIN);
        Page page = browser(new NewContextOptions().setLocale(language).setViewportSize(width, 800));

        open(page, "/login");
        assertWithinReach(page, "sign-in");
        signIn(page, name);
        assertWithinReach(page, "make");
        page.click("main form button");
        page.waitForURL("**/login?passkey");
        assertWithinReach(page, "made");
        signIn(page, name);
        assertWithinReach(page, "show");
        page.click("main form button");
        page.waitForURL("**/console/**");
        open(page, "/console/admin/access");
        assertWithinReach(page, "access");
        open(page, "/account/password");
        assertWithinReach(page, "password");
    }

    private static void assertWithinReach(Page page, String what) {
        Chromium.accessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("nothing lies beside the screen of " + what)
                .isEqualTo(0);
    }

    private static String account(String name, Role role) {
        var accounts = service.bean(Accounts.class);
        accounts.changePassword(name, accounts.create(name, role, "test"), PASSWORD);
        return name;
    }

    private static HttpResponse<String> basic(String path, String name) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return service.send(
                service.request(path).header("Authorization", "Basic " + pair).build());
    }

    /** A browser whose device makes passkeys and shows them without asking anybody. */
    private static Page browser() {
        return browser(new NewContextOptions().setLocale("en"));
    }

    private static Page browser(NewContextOptions options) {
        Page page = chromium.page(options);
        var cdp = page.context().newCDPSession(page);
        cdp.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var added = new JsonObject();
        added.add("options", device);
        cdp.send("WebAuthn.addVirtualAuthenticator", added);
        return page;
    }

    private static void open(Page page, String path) {
        page.navigate("http://localhost:" + service.port() + path);
    }

    private static void signIn(Page page, String name) {
        open(page, "/login");
        page.fill("#username", name);
        page.fill("#password", PASSWORD);
        page.click("main form button");
        page.waitForLoadState();
    }
}
