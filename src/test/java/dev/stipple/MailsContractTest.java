package dev.stipple;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.events.Delivery;
import dev.stipple.events.Event;
import dev.stipple.events.Outbox;
import dev.stipple.events.StuckEvents;
import dev.stipple.mail.Mailer;
import dev.stipple.mail.Mailing;
import dev.stipple.mail.Sender;
import dev.stipple.mail.Unsent;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.DueScreenings;
import dev.stipple.screening.Erasures;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.PersonMails;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.wording.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What every database has to do about mails to people, before a real SMTP server. */
@Tag("whole")
abstract class MailsContractTest {
    private static final String WAITS = "man-recent-transplant";
    private static final String FORMS = "https://clinic.example/intake/";
    private static final int SERVICES = 4;
    private static final int PEOPLE = 40;
    private static final long SEED = 20_261_130;

    private final Desk desk = new Desk(fresh());
    private final OwnScreenings own = new OwnScreenings(desk.database, desk.screenings, Duration.ZERO, desk::now);
    private final JavaMailSenderImpl client = new JavaMailSenderImpl();
    private GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Link link = new Link(RandomTokens.next());

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends MailsContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends MailsContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @BeforeEach
    void start() {
        server.start();
        client.setHost("127.0.0.1");
        client.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whoeverAgreedIsWrittenToOnceOfEachThing() throws Exception {
        var kept = keep(Spoken.EN, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, true);
        decide(kept, 2, Decision.Kind.SEND_BACK, true);
        desk.wait(Duration.ofDays(14));
        takeUp();

        assertThat(send()).isEqualTo(3);
        assertThat(send()).isZero();

        assertThat(texts())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("we have looked at what you sent us"),
                        text -> assertThat(text).contains("we have a question for you"),
                        text -> assertThat(text).contains("a date on your list has come"))
                .allSatisfy(text -> assertThat(text)
                        .contains("\n" + FORMS + link.token() + "\n", "\nClinic\n", "you can end that"));
        for (MimeMessage mail : server.getReceivedMessages()) {
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getAllRecipients()[0]).hasToString("m.dupont@example.org");
            assertThat(mail.getFrom()[0]).hasToString("Clinic <desk@clinic.example>");
            assertThat(mail.getSubject()).isEqualTo("There is something new for you");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        }
        assertThat(own.find(link).reference()).isEqualTo(kept.reference());
        assertThat(sentOf(kept)).containsExactlyInAnyOrder("DECIDED", "SENT_BACK", "DUE");
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void theyAreWrittenToInTheirLanguage() throws Exception {
        var kept = keep(Spoken.FR, Desk.MARIE);
        decide(kept, 1, Decision.Kind.SEND_BACK, true);

        assertThat(send()).isEqualTo(1);

        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Du nouveau pour vous");
        assertThat(texts().get(0))
                .contains("nous avons une question à vous poser", FORMS + link.token(), "accepté qu'on vous écrive");
    }

    @Test
    void nobodyElseIsWrittenTo() {
        var silent = desk.keep(WAITS, Desk.MARIE);
        var noAddress = keep(Spoken.EN, new Contact("Ada", "ada at home", null));
        var noMail = keep(Spoken.EN, new Contact("Ada", null, "+33 6 12 34 56 78"));
        var unticked = keep(Spoken.EN, Desk.MARIE);
        Stream.of(silent, noAddress, noMail).forEach(each -> decide(each, 1, Decision.Kind.SEND_BACK, true));
        decide(unticked, 1, Decision.Kind.CONFIRM, false);

        assertThat(waiting()).isZero();
        desk.wait(Duration.ofDays(14));
        assertThat(takeUp()).as("those who were asked something").isEqualTo(3);
        assertThat(waiting()).isZero();
        assertThat(send()).isZero();
    }

    @Test
    void aServiceWithoutAMailServerWritesToNobody() {
        var kept = keep(Spoken.EN, Desk.MARIE);
        var outbox = new Outbox(desk.database, desk.keys, List.of(), false);

        outbox.addMail(Event.Kind.DUE, kept.reference().code(), 1, desk.now());

        assertThat(waiting()).isZero();
    }

    @Test
    void whileTheServerIsAwayMailsWaitAndAreShown() throws Exception {
        var kept = keep(Spoken.EN, Desk.MARIE);
        int port = server.getSmtp().getPort();
        server.stop();
        decide(kept, 1, Decision.Kind.CONFIRM, true);

        assertThat(send()).isZero();
        desk.wait(Duration.ofSeconds(29));
        assertThat(send()).as("not tried again yet").isZero();

        assertThat(stuck().stuck()).singleElement().satisfies(each -> {
            assertThat(each.isMail()).isTrue();
            assertThat(each.configured()).isTrue();
            assertThat(each.attempts()).isEqualTo(1);
            assertThat(each.problem()).isEqualTo("no connection");
        });
        assertThat(sentOf(kept)).isEmpty();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        desk.wait(Duration.ofSeconds(2));
        assertThat(send()).isEqualTo(1);
        assertThat(texts()).hasSize(1);
        assertThat(sentOf(kept)).containsExactly("DECIDED");
        assertThat(stuck().stuck()).isEmpty();
    }

    /** What somebody told cannot be read out of a mail, as it is the same whatever they told. */
    @Test
    void aMailHangsOnNothingThatAPersonTold() throws Exception {
        var people = new GeneratedPeople(Shipped.rulebook().questionnaire(), SEED);
        var same = new HashMap<String, String>();
        var subjects = new HashMap<String, String>();
        for (int i = 0; i < PEOPLE; i++) {
            Language language = i % 2 == 0 ? Spoken.EN : Spoken.FR;
            link = new Link(RandomTokens.next());
            String name = "Zéphyrine" + i;
            var kept = keep(language, people.complete(), new Contact(name, "p" + i + "@example.org", "0612345678"));
            String about = i % 4 < 2 ? "DECIDED" : "SENT_BACK";
            decide(kept, 1, i % 4 < 2 ? Decision.Kind.OVERRULE : Decision.Kind.SEND_BACK, true);

            assertThat(send()).isEqualTo(1);

            MimeMessage mail = server.getReceivedMessages()[i];
            String text = text(mail).replace(link.token(), "TOKEN");
            assertThat(same.computeIfAbsent(about + language, any -> text))
                    .as("seed %d, person %d", SEED, i)
                    .isEqualTo(text);
            assertThat(subjects.computeIfAbsent(language.tag(), any -> subject(mail)))
                    .isEqualTo(mail.getSubject());
            assertThat(raw(mail))
                    .doesNotContain(
                            name,
                            "0612345678",
                            kept.reference().code(),
                            kept.reference().toString(),
                            kept.verdict().name(),
                            "What do you take");
        }
        assertThat(same).hasSize(4);
        var verdicts = Shipped.rulebook().questionnaire().verdicts().values();
        assertThat(Stream.concat(same.values().stream(), subjects.values().stream()))
                .allSatisfy(text -> assertThat(verdicts)
                        .allSatisfy(verdict -> assertThat(text)
                                .doesNotContainIgnoringCase(verdict.name().in(Spoken.EN))
                                .doesNotContainIgnoringCase(verdict.name().in(Spoken.FR))));
    }

    @Test
    void whoeverIsErasedMeanwhileGetsNothing() {
        var kept = keep(Spoken.EN, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, true);
        assertThat(waiting()).isEqualTo(1);

        desk.screenings.erase(kept.reference(), "ana", "asked for");

        assertThat(waiting()).isZero();
        assertThat(send()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(new Erasures(desk.database, desk.audit)
                        .of(kept.reference())
                        .orElseThrow()
                        .left())
                .isZero();
    }

    /** Also one whose event was taken from the outbox just before. */
    @Test
    void whoeverIsErasedAfterTheirMailWasTakenGetsNothing() {
        var kept = keep(Spoken.EN, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, true);
        var mails = mails(new SmtpMailer(client));

        new Delivery(
                        desk.database,
                        desk.keys,
                        Outbox.PERSON,
                        (event, now) -> {
                            desk.screenings.erase(kept.reference(), "ana", "asked for");
                            return mails.send(event, now);
                        },
                        desk::now)
                .run();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void whoeverEndsItAfterTheirMailWasTakenGetsNothing() {
        decide(keep(Spoken.EN, Desk.MARIE), 1, Decision.Kind.CONFIRM, true);
        var mails = mails(new SmtpMailer(client));

        new Delivery(
                        desk.database,
                        desk.keys,
                        Outbox.PERSON,
                        (event, now) -> {
                            own.writeTo(link, false);
                            return mails.send(event, now);
                        },
                        desk::now)
                .run();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(stuck().stuck()).isEmpty();
    }

    @Test
    void anErasureComesWhollyBeforeAMailOrAfterIt() throws Exception {
        var kept = keep(Spoken.EN, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, true);
        var erasing = new CompletableFuture<Void>();
        Mailer slow = mail -> {
            var begun = CompletableFuture.runAsync(() -> desk.screenings.erase(kept.reference(), "ana", "asked for"));
            var unused = begun.whenComplete((nothing, failure) -> erasing.complete(null));
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(begun).as("waits for the mail").isNotDone();
            return new SmtpMailer(client).send(mail);
        };

        assertThat(send(slow)).isEqualTo(1);
        erasing.get(20, TimeUnit.SECONDS);

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(desk.audit.of(kept.reference().code()))
                .extracting(each -> each.action())
                .containsSubsequence(Action.MAIL_SENT, Action.ERASED);
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void whoeverEndsItGetsNothingMoreAndMayBeginAgain() {
        var kept = keep(Spoken.EN, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, true);

        own.writeTo(link, false);
        own.writeTo(link, false);

        assertThat(waiting()).isZero();
        assertThat(send()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(own.find(link).writtenTo()).isFalse();
        own.writeTo(link, true);
        decide(kept, 2, Decision.Kind.SEND_BACK, true);
        assertThat(send()).isEqualTo(1);
        assertThat(desk.audit.of(kept.reference().code()))
                .extracting(each -> each.action())
                .filteredOn(each -> each == Action.MAILS_ENDED || each == Action.MAILS_AGREED)
                .containsExactly(Action.MAILS_ENDED, Action.MAILS_AGREED);
        assertThat(own.find(link).version()).as("this is no version").isEqualTo(3);
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void severalServicesAtOnceSendEachOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            link = new Link(RandomTokens.next());
            decide(keep(Spoken.EN, Desk.MARIE), 1, Decision.Kind.CONFIRM, true);
        }

        var services = Executors.newFixedThreadPool(SERVICES);
        int sent = 0;
        for (var each : services.invokeAll(Collections.nCopies(SERVICES, (Callable<Integer>) this::send))) {
            sent += each.get();
        }
        services.shutdown();

        assertThat(sent).isEqualTo(20);
        assertThat(server.getReceivedMessages()).hasSize(20);
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void aMailThatWasSentWhenTheServiceDiedIsSentAgainUnderTheSameId() throws Exception {
        decide(keep(Spoken.EN, Desk.MARIE), 1, Decision.Kind.CONFIRM, true);
        var smtp = new SmtpMailer(client);
        try {
            send(mail -> {
                smtp.send(mail);
                throw new IllegalStateException("killed before it noted that it was sent");
            });
        } catch (IllegalStateException e) {
            desk.wait(Duration.ofSeconds(31));
        }

        assertThat(send()).isEqualTo(1);

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getMessageID())
                .isEqualTo(received[0].getMessageID())
                .endsWith("@clinic.example>");
    }

    @Test
    void anAddressThatTheServerRefusesHoldsUpNoOther() {
        var refused = keep(Spoken.EN, Desk.MARIE);
        decide(refused, 1, Decision.Kind.CONFIRM, true);
        desk.wait(Duration.ofSeconds(1));
        link = new Link(RandomTokens.next());
        decide(keep(Spoken.EN, new Contact("Bo", "bo@example.org", null)), 1, Decision.Kind.CONFIRM, true);
        Mailer smtp = new SmtpMailer(client);
        Mailer picky =
                mail -> mail.to().text().startsWith("bo@") ? smtp.send(mail) : Optional.of(Unsent.ADDRESS_REFUSED);

        assertThat(send(picky)).as("in the same run").isEqualTo(1);
        assertThat(waiting()).as("the refused one is tried again later").isEqualTo(1);
    }

    @Test
    void anAlteredPersonIsNotWrittenTo() {
        var kept = keep(Spoken.EN, Desk.MARIE);
        decide(kept, 1, Decision.Kind.CONFIRM, true);
        desk.database
                .sql()
                .sql("update screening set language = 'fr' where reference = ?")
                .param(kept.reference().code())
                .update();

        assertThat(send()).isZero();

        assertThat(stuck().stuck())
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).isEqualTo("altered in the database"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void withoutTextsAmongTheRulesNothingIsSentAndThatIsShown() {
        decide(keep(Spoken.EN, Desk.MARIE), 1, Decision.Kind.CONFIRM, true);
        var mailing = new Mailing(Sender.of("desk@clinic.example"), FORMS, Optional::empty);
        var mails = new PersonMails(desk.database, desk.keys, desk.audit, mailing, new SmtpMailer(client));

        assertThat(new Delivery(desk.database, desk.keys, Outbox.PERSON, mails::send, desk::now).run())
                .isZero();

        assertThat(stuck().stuck())
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).isEqualTo("no mail.yaml among the rules"));
    }

    @Test
    void theLinkOfWhoeverAgreedIsSealedAndGoesWithThem() {
        var kept = keep(Spoken.EN, Desk.MARIE);
        var other = desk.keep(WAITS, Contact.NONE);

        for (String table : List.of("screening", "revision", "outbox", "idempotency", "search_term", "audit")) {
            desk.database
                    .sql()
                    .sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> assertThat(row.values().stream().map(MailsContractTest::text))
                            .noneMatch(text -> text.contains(link.token())));
        }
        assertThat(tokens()).isEqualTo(1);
        assertThat(other.writtenTo()).isFalse();
        desk.screenings.erase(kept.reference(), "ana", "asked for");
        assertThat(tokens()).isZero();
        assertThat(kept.toString()).doesNotContain(link.token());
    }

    private int tokens() {
        return desk.database
                .sql()
                .sql("select count(*) from screening where link_token is not null")
                .query(Integer.class)
                .single();
    }

    private Screening keep(Language language, Contact contact) {
        return keep(language, Desk.answers(WAITS), contact);
    }

    private Screening keep(Language language, Answers answers, Contact contact) {
        desk.wait(Duration.ofMinutes(1));
        if (own.isKept(link)) {
            link = new Link(RandomTokens.next());
        }
        var submission =
                new Submission(answers, language, contact, "2").withLink(link).withMails(true);
        return desk.screenings.keep(submission, Shipped.assessor(), "intake", null);
    }

    private void decide(Screening kept, int version, Decision.Kind kind, boolean mail) {
        var verdict = kind != Decision.Kind.OVERRULE
                ? null
                : kept.verdict() == Verdict.NOT_SUITABLE ? Verdict.DEFER : Verdict.NOT_SUITABLE;
        desk.screenings.decide(
                kept.reference(),
                version,
                kind,
                verdict,
                Decision.Reason.OTHER,
                "What do you take against the itching?",
                mail,
                "ana");
    }

    private int takeUp() {
        return new DueScreenings(desk.database, desk.keys, desk.audit, desk.outbox, desk::now)
                .takeUp(Shipped.assessor());
    }

    private int send() {
        return send(new SmtpMailer(client));
    }

    private int send(Mailer mailer) {
        return new Delivery(desk.database, desk.keys, Outbox.PERSON, mails(mailer)::send, desk::now).run();
    }

    private PersonMails mails(Mailer mailer) {
        var mailing = new Mailing(
                Sender.of("Clinic <desk@clinic.example>"),
                FORMS,
                () -> Shipped.rulebook().mail());
        return new PersonMails(desk.database, desk.keys, desk.audit, mailing, mailer);
    }

    private StuckEvents stuck() {
        return new StuckEvents(desk.database, desk.audit, List.of(), true, desk::now);
    }

    private int waiting() {
        return stuck().waiting();
    }

    private List<String> sentOf(Screening kept) {
        return desk.audit.of(kept.reference().code()).stream()
                .filter(each ->
                        each.action() == Action.MAIL_SENT && each.actor().equals(PersonMails.ACTOR))
                .map(each -> each.detail())
                .toList();
    }

    private List<String> texts() {
        return Stream.of(server.getReceivedMessages())
                .map(MailsContractTest::text)
                .toList();
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString().replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return requireNonNull(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that went over the network but the address, with the text decoded. */
    private static String raw(MimeMessage mail) throws MessagingException {
        return String.join("\n", Collections.list(mail.getAllHeaderLines())) + "\n" + text(mail);
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
