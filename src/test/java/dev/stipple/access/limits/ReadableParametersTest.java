package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Parameters of an address or a form that nobody can decode: refused, and their text in no log. */
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stipple.rules=src/test/resources/planted/base")
@Tag("whole")
class ReadableParametersTest {
    private static final String ENTERED = "Quetzalcoatlopulos";
    private static final List<String> UNREADABLE = List.of(
            "text=" + ENTERED + "%zz",
            "text=" + ENTERED + "%",
            "text=" + ENTERED + "%ff%fe",
            ENTERED + "%zz=1",
            "text=" + ENTERED + "&"
                    + IntStream.range(0, 2000).mapToObj(i -> "a=1").collect(Collectors.joining("&")));

    private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final String key;

    @LocalServerPort
    private int port;

    @Autowired
    ReadableParametersTest(ApiKeys keys) {
        key = keys.create("program-" + System.nanoTime(), Role.CONSULTANT, "test");
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

    @Test
    void areRefusedInAddressesAndForms() throws IOException {
        var others = new ArrayList<String>();
        for (String each : UNREADABLE) {
            for (String path :
                    List.of("/api/v1/screenings", "/console/screenings", "/intake", "/api/v1/rulebook", "/login")) {
                others.addAll(notRefused("GET " + path + "?" + each + " HTTP/1.1\r\n", ""));
                others.addAll(notRefused(
                        "POST " + path
                                + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + each.length() + "\r\n",
                        each));
            }
        }

        assertThat(others).isEmpty();
        assertThat(logged.list.stream().map(ReadableParametersTest::text)).noneMatch(text -> text.contains(ENTERED));
        assertThat(logged.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN)))
                .isEmpty();
    }

    private List<String> notRefused(String head, String body) throws IOException {
        try (var client = new RawClient("127.0.0.1", port)) {
            client.send(head + "Host: localhost\r\nConnection: close\r\nX-API-Key: " + key + "\r\n\r\n" + body);
            int status = RawClient.status(client.rest());
            return status == 400 ? List.of() : List.of(status + " for " + head);
        }
    }

    private static String text(ILoggingEvent event) {
        return Stream.of(
                        event.getFormattedMessage(),
                        event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }
}
