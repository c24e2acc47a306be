package dev.stipple.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.stipple.Kept;
import dev.stipple.ServiceProcess;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.events.Receiver;
import dev.stipple.events.StuckEvents;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.RandomTokens;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Kills a service, as {@code kill -9} does, while it takes up who is due and tells of it, and has another one go on. */
@Tag("whole")
class KilledJobsTest {
    private static final int PEOPLE = 60;
    private static final int BEFORE_THE_KILL = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Map<String, String> arrived = new ConcurrentHashMap<>();
    private HttpServer crm;

    @BeforeEach
    void start() throws Exception {
        source.setUrl(Databases.postgresUrl());
        source.setUser("postgres");
        mails.start();
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/", exchange -> {
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrived.merge(id, body, (one, again) -> one.equals(again) ? one : one + " and " + again);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        crm.start();
    }

    @AfterEach
    void stop() {
        mails.stop();
        crm.stop(0);
    }

    @Test
    void whatItWasDoingIsDoneByTheNextAndNothingTwice() throws Exception {
        String address = "http://127.0.0.1:" + crm.getAddress().getPort() + "/";
        var receiver = Receiver.of("crm", address, SECRET);
        var desk = new Desk(source, receiver);
        var people = new ArrayList<Screening>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(keep(desk, i));
        }
        List<String> options = List.of(
                "--spring.datasource.url=" + source.getUrl(),
                "--spring.datasource.username=postgres",
                "--stipple.key=" + Kept.MASTER_KEY,
                "--stipple.receivers.crm.url=" + address,
                "--stipple.receivers.crm.secret=" + SECRET,
                "--stipple.address=https://clinic.example",
                "--stipple.mail.from=desk@clinic.example",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort(),
                "--spring.mail.properties.mail.smtp.starttls.required=false");

        try (var service = ServiceProcess.start(options)) {
            await(() -> takenUp(desk) >= BEFORE_THE_KILL);
            service.kill();
        }
        int before = takenUp(desk);
        try (var next = ServiceProcess.start(options)) {
            await(() -> takenUp(desk) == PEOPLE);
            var stuck = new StuckEvents(desk.database, desk.audit, List.of(receiver), true, Instant::now);
            stuck.tryAgain("test");
            await(() -> stuck.waiting() == 0);
            assertThat(next.said()).isNotEmpty();
        }

        System.out.println("killed after " + before + " of " + PEOPLE);
        assertThat(before).isLessThan(PEOPLE);
        var told = new HashSet<String>();
        arrived.values().forEach(body -> assertThat(told.add(body)).as(body).isTrue());
        assertThat(told).hasSize(2 * PEOPLE);
        Set<String> ids = new HashSet<>();
        Map<String, Integer> written = new HashMap<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            if (ids.add(mail.getMessageID())) {
                written.merge(mail.getAllRecipients()[0].toString(), 1, Integer::sum);
            }
        }
        assertThat(written).hasSize(PEOPLE);
        assertThat(written.values()).containsOnly(1);
        for (Screening person : people) {
            var now = desk.screenings.find(person.reference(), "test");
            assertThat(now.revisions()).hasSize(2);
            assertThat(now.current().actor()).isEqualTo(DueScreenings.ACTOR);
            assertThat(now.status()).isEqualTo(Status.WAITING);
            String reference = person.reference().toString();
            assertThat(told)
                    .filteredOn(body -> body.contains(reference) && body.contains("screening.due"))
                    .hasSize(1);
        }
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    /** Half a year ago, so that the wait is over. */
    private static Screening keep(Desk desk, int number) {
        desk.wait(Duration.ofMinutes(1));
        var contact = new Contact("Ada", "p" + number + "@example.org", null);
        var submission = new Submission(Desk.answers("man-recent-transplant"), Spoken.EN, contact, "2")
                .withLink(new Link(RandomTokens.next()))
                .withMails(true);
        return desk.screenings.keep(submission, Shipped.assessor(), "intake", null);
    }

    private static int takenUp(Desk desk) {
        return desk.database
                .sql()
                .sql("select count(*) from screening where revision = 2")
                .query(Integer.class)
                .single();
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
