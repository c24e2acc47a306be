package dev.stipple.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** How people get into the console, and no further than they may. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest {
    @LocalServerPort
    private int port;

    private final Accounts accounts;
    private final Clinic clinic;

    @Autowired
    SignInTest(Accounts accounts, ApplicationContext context) {
        this.accounts = accounts;
        this.clinic = new Clinic(context);
    }

    @Test
    void aStrangerIsAskedWhoTheyAre() {
        var stranger = new Consultant(port).open("/console/screenings");

        assertEquals("Sign in", stranger.heading());
        assertEquals("/login", stranger.path());
    }

    @Test
    void aConsultantSeesTheQueueFirstAndLeavesAgain() {
        var consultant = clinic.person(port, Role.CONSULTANT);
        assertEquals("Screenings", consultant.heading());

        consultant.press("Sign out");

        assertTrue(consultant.text().contains("You have signed out."), consultant.text());
        assertEquals("Sign in", consultant.open("/console").heading());
    }

    @Test
    void aWrongPasswordIsToldInPlainWords() {
        var consultant = new Consultant(port).signIn(clinic.account(Role.CONSULTANT), "wrong");

        assertTrue(consultant.text().contains("The name or the password is not right"), consultant.text());
    }

    @Test
    void aOneTimePasswordIsChangedBeforeAnythingElse() {
        String name = "n" + UUID.randomUUID();
        String once = accounts.create(name, Role.CONSULTANT, "test");
        var consultant = new Consultant(port).signIn(name, once);
        assertEquals("Choose a new password", consultant.heading());
        assertEquals(
                "Choose a new password", consultant.open("/console/screenings").heading());

        String chosen = "another long password";
        consultant.press("Change the password", Map.of("present", once, "chosen", chosen, "repeated", chosen));

        assertTrue(consultant.text().contains("Your password is changed."), consultant.text());
        assertEquals("Screenings", consultant.signIn(name, chosen).heading());
    }

    @Test
    void aPasswordThatIsShortOrMistypedIsNotTaken() {
        String name = clinic.account(Role.CONSULTANT);
        var consultant = new Consultant(port).signIn(name, Clinic.PASSWORD).follow("Password");

        for (var fields : List.of(
                Map.of("present", Clinic.PASSWORD, "chosen", "short", "repeated", "short"),
                Map.of("present", Clinic.PASSWORD, "chosen", "a new long one", "repeated", "a new long two"),
                Map.of("present", "not the one", "chosen", "a new long one", "repeated", "a new long one"))) {
            consultant.press("Change the password", fields);
            assertEquals(422, consultant.status());
        }
        assertEquals(
                "Screenings", new Consultant(port).signIn(name, Clinic.PASSWORD).heading());
    }

    @Test
    void whoOnlyHandsInAnswersSeesNobodysScreening() {
        var intake = clinic.person(port, Role.INTAKE);

        assertEquals(403, intake.open("/console/screenings").status());
        assertEquals(
                403,
                clinic.person(port, Role.AUTHOR).open("/console/screenings").status());
    }

    /** Of two, one would be tried and the other passed over. */
    @ParameterizedTest
    @ValueSource(strings = {"&username=somebody", "&password=another"})
    void whoSaysTwiceWhoTheyAreIsRefused(String more) {
        var entered = Map.of("username", clinic.account(Role.CONSULTANT), "password", Clinic.PASSWORD);

        var refused = new Consultant(port).open("/login").press("Sign in", entered, more);

        assertEquals(400, refused.status());
        assertEquals("This did not work", refused.heading());
        assertEquals("Sign in", refused.open("/console").heading());
    }

    @Test
    void theLanguageThatWasChosenStays() {
        var consultant = clinic.person(port, Role.CONSULTANT).follow("Français");
        assertEquals("Dossiers", consultant.heading());

        assertEquals("Dossiers", consultant.open("/console").heading());
    }

    @Test
    void theCookieOfASessionIsForThisSiteAndNoScript() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"));

        var headers = HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .headers();

        String cookie = headers.allValues("set-cookie").stream()
                .filter(each -> each.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"), cookie);
    }

    @Test
    void theIntakeNeedsNoCookie() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/intake"));

        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());

        assertEquals(List.of(), response.headers().allValues("set-cookie"));
    }

    @Test
    void aFormOfAnEndedSessionLeadsToTheSignInAndChangesNothing() {
        var kept = clinic.keep("man-sixteen", "Rosalind");
        var consultant = clinic.person(port, Role.CONSULTANT).open("/console/screenings/" + kept.reference());
        consultant.forget();

        consultant.press("Keep this decision", Map.of("kind", "CONFIRM", "reason", "AGREED"));

        assertTrue(consultant.text().contains("Your session has ended"), consultant.text());
    }
}
