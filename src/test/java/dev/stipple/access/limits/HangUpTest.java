package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stipple.H2;
import dev.stipple.Service;
import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clients that hang up, which is their right and no fault of the service. */
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stipple.rules=src/test/resources/planted/base")
@Tag("whole")
class HangUpTest {
    private static final int TIMES = 20;
    private static final int PEOPLE = 60;

    @TempDir
    private static Path folder = Path.of("");

    private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final String key;

    @LocalServerPort
    private int port;

    @Autowired
    HangUpTest(ApiKeys keys, Screenings screenings, LiveRules rules) {
        key = keys.create("program-" + System.nanoTime(), Role.ADMIN, "test");
        var submission = new Submission(
                Small.answers(rules.assessor().rulebook().questionnaire(), "{}"),
                Spoken.EN,
                new Contact("N".repeat(200), null, null),
                "1");
        for (int i = 0; i < PEOPLE; i++) {
            screenings.keep(submission, rules.assessor(), "test", null);
        }
    }

    @BeforeEach
    void listen() {
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(logged);
    }

    @DynamicPropertySource
    static void onAFile(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:file:" + folder.resolve("stipple").toAbsolutePath() + H2.MODE);
    }

    /** An interrupt closes the file of H2, which then opens no more in this process. */
    @Test
    void inTheMiddleOfABackupOrAnExportClosesNoDatabase() throws Exception {
        Stream.of("/api/v1/backup", "/api/v1/screenings/export", "/api/v1/backup", "/api/v1/screenings/export")
                .map(path -> CompletableFuture.runAsync(() -> hangUpOn(path)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(warnings()).isEmpty();
        try (var client = new RawClient("127.0.0.2", port)) {
            assertThat(client.get("/api/v1/audit/verification", "X-API-Key: " + key))
                    .isEqualTo(200);
        }
    }

    private void hangUpOn(String path) {
        try {
            for (int i = 0; i < 2; i++) {
                hangUp("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key + "\r\n\r\n");
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void inTheMiddleOfABodyIsNoWarning() throws Exception {
        for (String path : List.of("/api/v1/assessments", "/login", "/intake", "/api/v1/screenings/import")) {
            String type = path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
            hangUp("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key + "\r\nContent-Type: " + type
                    + "\r\nContent-Length: 5000\r\n\r\n{\"a");
        }

        assertThat(warnings()).isEmpty();
    }

    @Test
    void beforeOrInTheMiddleOfAnAnswerIsNoWarning() throws Exception {
        for (String path : List.of(
                "/v3/api-docs",
                "/api/v1/rulebook",
                "/login",
                "/intake",
                "/api/v1/backup",
                "/api/v1/screenings/export",
                "/api/v1/screenings?size=50",
                "/console.css")) {
            hangUp("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key + "\r\n\r\n");
        }

        assertThat(warnings()).isEmpty();
    }

    private void hangUp(String request) throws IOException, InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            try (var client = new RawClient("127.0.0.1", port)) {
                assertThat(client.send(request)).isTrue();
                TimeUnit.MILLISECONDS.sleep(i);
                client.reset();
            }
        }
    }

    private List<String> warnings() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        return new ArrayList<>(logged.list)
                .stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                        .distinct()
                        .toList();
    }
}
