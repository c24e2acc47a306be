package dev.stipple.web.console.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.web.console.Clinic;
import dev.stipple.web.console.ConsoleTest;
import dev.stipple.web.console.Consultant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who and what may sign in, as an administrator looks after it. */
@Tag("whole")
class AccessPagesTest extends ConsoleTest {
    private final Accounts accounts;
    private final ApiKeys programs;
    private final Database database;

    @Autowired
    AccessPagesTest(ApplicationContext context) {
        super(context);
        this.accounts = context.getBean(Accounts.class);
        this.programs = context.getBean(ApiKeys.class);
        this.database = context.getBean(Database.class);
    }

    @Test
    void anAccountIsCreatedAndItsPasswordWorksOnce() {
        String name = name();
        var admin = admin().press("Create the account", Map.of("name", name, "role", "CONSULTANT"));

        String once = admin.text(".secret code");
        assertTrue(admin.text(".secret").contains("One-time password for " + name), admin.text());
        assertFalse(admin.open(AccessPages.PATH).text().contains(once));
        assertEquals(
                "Choose a new password", new Consultant(port).signIn(name, once).heading());
        assertTrue(audit.of(name).stream().anyMatch(each -> each.action() == Action.ACCOUNT_CREATED));
    }

    @Test
    void aTakenNameIsToldAndMakesNoAccount() {
        String name = name();
        var admin = admin().press("Create the account", Map.of("name", name));

        admin.press("Create the account", Map.of("name", name));

        assertEquals(422, admin.status());
        assertTrue(admin.text("[role=alert]").contains("This name is taken"), admin.text());
    }

    @Test
    void anAccountThatIsClosedOrMayDoLessIsOutAtOnce() {
        String name = clinic.account(Role.CONSULTANT);
        var consultant = new Consultant(port).signIn(name, Clinic.PASSWORD);
        assertEquals("Screenings", consultant.open("/console/screenings").heading());

        admin().press("Keep what " + name + " may do", Map.of("disabled", "true"));
        assertEquals("Sign in", consultant.open("/console/screenings").heading());
        assertEquals(
                "Sign in", new Consultant(port).signIn(name, Clinic.PASSWORD).heading());

        admin().press("Keep what " + name + " may do", Map.of("role", "AUTHOR", "disabled", "false"));
        consultant.signIn(name, Clinic.PASSWORD);
        assertEquals(403, consultant.open("/console/screenings").status());
        assertEquals("Impact", consultant.open("/console").heading());
    }

    @Test
    void aForgottenPasswordIsReplacedByOneThatWorksOnce() {
        String name = clinic.account(Role.CONSULTANT);

        String once = admin().press("New one-time password for " + name).text(".secret code");

        assertEquals(
                "Choose a new password", new Consultant(port).signIn(name, once).heading());
    }

    @Test
    void whoHasToWaitAfterWrongPasswordsIsLetInAgain() {
        String name = clinic.account(Role.CONSULTANT);
        for (int guess = 0; guess < 5; guess++) {
            new Consultant(port).signIn(name, "wrong");
        }
        assertEquals(
                "Sign in", new Consultant(port).signIn(name, Clinic.PASSWORD).heading());

        admin().press("Let " + name + " in again after too many wrong passwords");

        assertEquals(
                "Screenings", new Consultant(port).signIn(name, Clinic.PASSWORD).heading());
    }

    @Test
    void passkeysAreOfferedForRemovalWhereThereAreAny() {
        String with = clinic.account(Role.CONSULTANT);
        String without = clinic.account(Role.CONSULTANT);
        accounts.changePasskeys(with, with, Action.PASSKEY_ADDED, () -> addPasskey(with));

        var admin = admin();

        assertTrue(offers(admin, "Remove the passkeys of " + with), admin.text());
        assertFalse(offers(admin, "Remove the passkeys of " + without), admin.text());
        admin.press("Remove the passkeys of " + with);
        assertFalse(offers(admin, "Remove the passkeys of " + with), admin.text());
    }

    /** One altered row is in nobody's way. */
    @Test
    void anAlteredAccountOrKeyIsShownAsSuch() {
        String account = clinic.account(Role.CONSULTANT);
        String key = name();
        programs.create(key, Role.INTAKE, "test");
        run("update account set role = 'OWNER' where name = ?", account);
        run("update api_key set role = 'OWNER' where name = ?", key);

        var admin = admin();

        assertEquals(200, admin.status());
        assertFalse(offers(admin, "Keep what " + account + " may do"), admin.text());
        assertTrue(admin.text().contains(account + " Altered in the database"), admin.text());
        assertTrue(admin.text().contains(key + " Altered in the database"), admin.text());
        run("update account set role = 'CONSULTANT' where name = ?", account);
        run("update api_key set role = 'INTAKE' where name = ?", key);
    }

    private static boolean offers(Consultant admin, String button) {
        return !admin.document().select("button[aria-label=\"" + button + "\"]").isEmpty();
    }

    private void addPasskey(String name) {
        run("insert into user_entities (id, name) values (?, ?)", name, name);
        run(
                "insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible,"
                        + " backup_state, created, label) values (?, ?, ?, false, false, now(), 'key')",
                name,
                name,
                new byte[] {1});
    }

    private void run(String statement, Object... parameters) {
        database.sql().sql(statement).params(parameters).update();
    }

    @Test
    void aKeyIsShownOnceAndEndsWhenItIsRevoked() throws Exception {
        String name = name();
        var admin = admin().press("Create the key", Map.of("name", name, "role", "CONSULTANT"));
        String key = admin.text(".secret code");
        assertEquals(200, listing(key));

        admin.press("Revoke the key " + name);

        assertEquals(401, listing(key));
        assertFalse(admin.text("main").contains(name), admin.text());
        assertTrue(audit.of(name).stream().anyMatch(each -> each.action() == Action.KEY_REVOKED));
    }

    /** As where two look after accounts, and one has a page open that is not true any more. */
    @Test
    void whatIsNotThereIsToldAndTheLogTellsOfNothing() {
        String account = clinic.account(Role.CONSULTANT);
        String unknown = name();
        var admin = admin();

        for (String door : List.of(
                "/accounts/%s",
                "/accounts/%s/password",
                "/accounts/%s/unlock",
                "/accounts/%s/passkeys/removal",
                "/keys/%s/revocation")) {
            pressAt(admin, "Keep what " + account + " may do", door.formatted(unknown));
        }
        assertTrue(audit.of(unknown).isEmpty());
    }

    /** Presses a button whose form goes elsewhere. */
    private static void pressAt(Consultant admin, String button, String door) {
        admin.document().select("form:has([aria-label=\"" + button + "\"])").attr("action", AccessPages.PATH + door);

        admin.press(button);

        assertEquals(404, admin.status(), door);
        assertTrue(admin.text("[role=alert]").contains("There is nothing of this name"), admin.text());
        assertEquals("Access", admin.heading());
    }

    @Test
    void nobodyElseSeesThePage() {
        for (Role role : new Role[] {Role.CONSULTANT, Role.AUTHOR}) {
            var person = clinic.person(port, role);
            assertFalse(person.text("header").contains("Access"), person.text("header"));
            assertEquals(403, person.open(AccessPages.PATH).status(), role.word());
        }
    }

    private int listing(String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/screenings"))
                .header("X-API-Key", key);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private Consultant admin() {
        return clinic.person(port, Role.ADMIN).follow("Access");
    }

    private static String name() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }
}
