package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.web.console.ConsoleTest;
import dev.stipple.web.console.Consultant;
import dev.stipple.wording.Language;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A service that has a mail server: what people agree to, what a consultant sees before a mail goes, and what arrives. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.starttls.required=false",
            "stipple.address=https://clinic.example",
            "stipple.mail.from=Clinic <desk@clinic.example>"
        })
class MailPagesTest extends ConsoleTest {
    private static final String STORY = "man-recent-transplant";
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final int SECONDS = 30;

    private final Drafts drafts;
    private final OwnScreenings own;
    private final ApiKeys keys;

    @Autowired
    MailPagesTest(ApplicationContext context) {
        super(context);
        this.drafts = context.getBean(Drafts.class);
        this.own = context.getBean(OwnScreenings.class);
        this.keys = context.getBean(ApiKeys.class);
    }

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    @Test
    void aQuestionReachesWhoeverAgreedAndItsLinkOpensTheirPage() throws Exception {
        var person = sent("en", "mails=true");
        var kept = kept(person);
        var desk = consultant().open(page(kept));
        assertThat(desk.text("details.mails"))
                .contains("There is something new for you", "we have a question for you", "[the person’s link]")
                .doesNotContain("clinic.example/intake");
        assertThat(desk.document().html()).doesNotContain(person.token());

        desk.press("Keep this decision", Map.of("kind", "SEND_BACK", "reason", "ANSWER_MISSING", "note", "How short?"));

        String text = arrived().getContent().toString().replace("\r\n", "\n");
        assertThat(text)
                .contains("we have a question for you", "\nhttps://clinic.example/intake/" + person.token() + "\n")
                .doesNotContain("How short");
        var opened = new Candidate(port).open("/intake/" + person.token());
        assertThat(opened.text()).contains("How short?");
        assertThat(desk.open(page(kept)).text(".timeline")).contains("mail wrote to the person");
    }

    @Test
    void nothingGoesWhereTheConsultantDoesNotWishSo() throws Exception {
        var kept = kept(sent("en", "mails=true"));

        consultant()
                .open(page(kept))
                .press("Keep this decision", Map.of("kind", "CONFIRM", "reason", "AGREED", "mail", "false"));

        assertThat(SERVER.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(8), 1)).isFalse();
    }

    @Test
    void aDecisionThroughTheApiWritesWhereItSaysSoAlone() throws Exception {
        for (String mail : List.of("", ", \"mail\": false", ", \"mail\": true")) {
            var kept = kept(sent("en", "mails=true"));
            var request = HttpRequest.newBuilder(URI.create(
                            "http://localhost:" + port + "/api/v1/screenings/" + kept.reference() + "/decisions"))
                    .header(
                            "X-API-Key",
                            keys.create(
                                    "desk-" + kept.reference().code().toLowerCase(Locale.ROOT),
                                    Role.CONSULTANT,
                                    "test"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"version\": 1, \"kind\": \"CONFIRM\", \"reason\": \"AGREED\"" + mail + "}"));
            var decided = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        }

        assertThat(arrived().getSubject()).isEqualTo("There is something new for you");
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatWasTickedStaysWhereADecisionIsNotKeptYet() throws Exception {
        var kept = kept(sent("en", "mails=true"));
        var desk = consultant().open(page(kept));
        assertThat(desk.document().select("input[name=mail]").hasAttr("checked"))
                .isTrue();

        desk.press("Keep this decision", Map.of("kind", "CONFIRM", "mail", "false"));

        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.document().select("input[name=mail]").hasAttr("checked"))
                .isFalse();
    }

    @Test
    void whoeverDidNotAgreeIsNotWrittenToAndTheDeskSaysSo() throws Exception {
        var person = sent("en");
        var kept = kept(person);

        var desk = consultant().open(page(kept));

        assertThat(desk.text()).contains("did not agree to be written to by mail");
        assertThat(desk.document().select("input[name=mail]")).isEmpty();
        person.page("sent");
        assertThat(person.text()).contains("We can write to ada@example.org when your consultant");
        person.press("Write to me");
        assertThat(person.text()).contains("We write to ada@example.org when your consultant");
        assertThat(desk.open(page(kept)).text()).contains("Write to ada@example.org that there is something new");
        person.press("Stop writing to me");
        assertThat(person.text()).contains("We can write to ada@example.org");
        assertThat(own.find(new Link(person.token())).writtenTo()).isFalse();
        assertThat(desk.open(page(kept)).text(".timeline"))
                .contains("person agreed to be written to", "person does not wish to be written to any more");
    }

    @Test
    void itIsAllInFrenchToo() throws Exception {
        var asked = new Candidate(port).open("/intake/" + filledIn("fr") + "/handover");
        assertThat(asked.text())
                .contains("Écrivez-moi à mon adresse électronique")
                .doesNotContain("??");
        var person = sent("fr", "mails=true").page("sent");
        assertThat(person.text()).contains("Nous écrivons à ada@example.org").doesNotContain("??");
        var kept = kept(person);
        var desk = consultant().open(page(kept) + "?language=fr");
        assertThat(desk.text(".decide"))
                .contains("Écrire à ada@example.org", "[le lien de la personne]", "Du nouveau pour vous")
                .doesNotContain("??");

        desk.press("Enregistrer cette décision", Map.of("kind", "CONFIRM", "reason", "AGREED"));

        assertThat(arrived().getSubject()).isEqualTo("Du nouveau pour vous");
    }

    @ParameterizedTest
    @CsvSource({"ada@example, 422", "'', 422", "ada@example.org, 200"})
    void whoeverAgreesGivesAnAddressThatCanBeWrittenTo(String address, int status) throws Exception {
        var person = new Candidate(port)
                .open("/intake/" + filledIn("en") + "/handover")
                .fill("name=Ada", "phone=0612345678", "email=" + address, "consent=true", "mails=true");

        assertThat(person.status()).isEqualTo(status);
        if (status != 200) {
            assertThat(person.text()).contains("Enter the e-mail address to write to");
            assertThat(person.document().select("#mails").hasAttr("checked")).isTrue();
        }
    }

    private static MimeMessage arrived() {
        assertThat(SERVER.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(SECONDS), 1))
                .isTrue();
        return SERVER.getReceivedMessages()[0];
    }

    private Candidate sent(String language, String... more) throws IOException {
        var person = new Candidate(port).open("/intake/" + filledIn(language) + "/handover");
        var fields = new String[] {"name=Ada", "email=ada@example.org", "consent=true", "phone="};
        if (more.length > 0) {
            fields[3] = more[0];
        }
        return person.fill(fields);
    }

    private String filledIn(String language) throws IOException {
        Draft draft = drafts.begin(new Language(language));
        String answers = IntakeTest.filledIn(
                JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + STORY + ".answers.json"))));
        drafts.change(draft.token(), each -> each.withAnswers(answers));
        return draft.token();
    }

    private Consultant consultant() {
        return clinic.person(port, Role.CONSULTANT);
    }

    private static String page(Screening kept) {
        return "/console/screenings/" + kept.reference();
    }

    private Screening kept(Candidate person) {
        return own.find(new Link(person.token()));
    }
}
