package dev.stipple.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import dev.stipple.screening.kept.Screening;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The calendar that a consultant subscribes to. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CalendarPagesTest {
    private final Clinic clinic;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Database database;

    @LocalServerPort
    private int port;

    private String name = "";
    private Screening kept;

    @Autowired
    CalendarPagesTest(ApplicationContext context, Accounts accounts, AuditLog audit, Database database) {
        this.clinic = new Clinic(context);
        this.accounts = accounts;
        this.audit = audit;
        this.database = database;
        this.kept = clinic.keep("man-keloid-history", "Quatrefages");
    }

    @BeforeEach
    void account() {
        name = clinic.account(Role.CONSULTANT);
    }

    @Test
    void itShowsReferencesAndKindsOnly() throws Exception {
        var feed = feed(made(consultant()));

        var due = kept.agenda().next().orElseThrow();
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(feed.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(feed.body())
                .contains("SUMMARY:" + kept.reference() + ": Letter\r\n")
                .contains("DTSTART;VALUE=DATE:" + due.day().toString().replace("-", "") + "\r\n")
                .doesNotContain("Quatrefages", due.text(), "example.org");
        assertThat(audit.of(kept.reference().code()))
                .noneMatch(each -> each.actor().equals(name));
        assertThat(audit.newest(Action.LISTED).orElseThrow().actor()).isEqualTo(name);
    }

    @Test
    void itSpeaksTheLanguageOfThePageThatMadeIt() throws Exception {
        var feed = feed(made(consultant().open("/console/calendar?language=fr")));

        assertThat(feed.body()).contains("SUMMARY:" + kept.reference() + ": Courrier\r\n");
    }

    @Test
    void anotherAddressEndsTheFormerAndEndingLeavesNone() throws Exception {
        var ana = consultant();
        String first = made(ana);
        String second = made(ana.open("/console/calendar"));
        assertThat(feed(first).statusCode()).isEqualTo(404);
        assertThat(feed(second).statusCode()).isEqualTo(200);
        assertThat(ana.open("/console/calendar").text())
                .contains("You have an address.")
                .doesNotContain(".ics");

        ana.press("End the present address");

        assertThat(feed(second).statusCode()).isEqualTo(404);
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void itEndsForGoodWithTheAccountAndWithTheRole() throws Exception {
        for (Role role : new Role[] {Role.AUTHOR, Role.CONSULTANT}) {
            String address = made(consultant());
            assertThat(feed(address).statusCode()).isEqualTo(200);

            accounts.change(name, role, role == Role.CONSULTANT, "admin");
            assertThat(feed(address).statusCode()).isEqualTo(404);
            accounts.change(name, Role.CONSULTANT, false, "admin");

            assertThat(feed(address).statusCode()).isEqualTo(404);
            assertThat(consultant().text()).doesNotContain("You have an address.");
        }
    }

    @Test
    void onlyAHashOfTheAddressIsKept() throws Exception {
        String address = made(consultant());
        String secret = address.replaceAll(".*/|\\.ics.*", "");

        assertThat(database.sql().sql("select * from account").query().listOfRows())
                .noneMatch(row -> row.toString().contains(secret));
        assertThat(feed(address.replace(secret, "x".repeat(secret.length()))).statusCode())
                .isEqualTo(404);
    }

    private Consultant consultant() {
        return new Consultant(port).signIn(name, Clinic.PASSWORD).open("/console/calendar");
    }

    private static String made(Consultant person) {
        return person.press(person.document()
                        .select("main .actions button")
                        .eachText()
                        .get(0))
                .document()
                .select("#address")
                .attr("value");
    }

    private static HttpResponse<String> feed(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
