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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** A form with a file, whose file name is entered too. */
    @ParameterizedTest
    @MethodSource("unreadableForms")
    void areRefusedInFormsWithFiles(String type, String body, int status, String told, String page, String french)
            throws IOException {
        for (String path : List.of("/intake/x/sent/files", "/intake", "/login", "/api/v1/assessments")) {
            if (body.length() > 1 << 20 && !path.endsWith("/files")) {
                continue;
            }
            String answer = posted(path, type, "application/json", body);
            assertThat(RawClient.status(answer)).as("%s %s", path, answer).isEqualTo(status);
            assertThat(answer).as(path).contains("application/problem+json", told);
        }
        assertThat(posted("/intake/x/sent/files", type, "text/html", body))
                .startsWith("HTTP/1.1 " + status)
                .contains("text/html", page);
        assertThat(posted("/intake/x/sent/files", type, "text/html\r\nAccept-Language: fr", body))
                .contains(french);
        assertThat(logged.list.stream().map(ReadableParametersTest::text)).noneMatch(text -> text.contains(ENTERED));
        assertThat(logged.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ReadableParametersTest::text))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data; name*=UTF-8''%",
                "form-data; name*=UTF-8''%z",
                "form-data; name*=UTF-8''%\u00e9\u00e9",
                "form-data; name*=a b''x",
                "form-data; name*=''",
                "form-data; name*=UTF-8''a; filename*=UTF-8''%00",
                "form-data; name==?UTF-8?B?%%%?=; filename=\"=?x y?Q?=ZZ?=\"",
                "form-data; name=\"a\"; filename=\"=?UTF-8?Q?=00=ZZ?=\"",
                "form-data; name=\"\0\"",
                "form-data;;;=;name",
                "x"
            })
    void noHeadOfAPartIsAFaultOfTheService(String disposition) throws IOException {
        String part = "--edge\r\nContent-Disposition: " + disposition + "\r\n\r\n" + ENTERED + "\r\n--edge--\r\n";
        String mixed = part.replace("\r\n\r\n", "\r\nContent-Type: multipart/mixed\r\n\r\n");
        for (String type : List.of(
                "multipart/form-data; boundary=edge",
                "Multipart/Form-Data; boundary=edge",
                "multipart/form-data; charset=foo; boundary=edge",
                "multipart/form-data; boundary=\"edge")) {
            for (String body : List.of(part, mixed)) {
                String answer = posted("/intake/x/sent/files", type, "text/html", body);
                assertThat(RawClient.status(answer)).as(answer).isBetween(400, 499);
            }
        }
        assertThat(logged.list.stream().map(ReadableParametersTest::text)).noneMatch(text -> text.contains(ENTERED));
        assertThat(logged.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ReadableParametersTest::text))
                .isEmpty();
    }

    /** The page that tells of a refusal does not read what was refused unread. */
    @Test
    void areInNoLogWhereSomethingElseIsRefusedFirst() throws IOException {
        String packed = "text/html\r\nContent-Encoding: gzip";
        String named = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + ENTERED
                + "\0\"\r\n\r\n1\r\n--edge--\r\n";
        for (String answer : List.of(
                posted("/intake/x/sent/files", "multipart/form-data; boundary=edge", packed, named),
                posted("/intake", "application/x-www-form-urlencoded", packed, UNREADABLE.get(0)),
                posted("/intake", "application/x-www-form-urlencoded", packed, UNREADABLE.get(4)))) {
            assertThat(answer).startsWith("HTTP/1.1 415").contains("text/html", "This did not work");
        }
        assertThat(posted("/intake", "multipart/form-data; boundary=edge", "text/html", "a".repeat(300_000)))
                .startsWith("HTTP/1.1 413")
                .contains("more than can be taken");
        assertThat(logged.list.stream().map(ReadableParametersTest::text)).noneMatch(text -> text.contains(ENTERED));
        assertThat(logged.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN)))
                .isEmpty();
    }

    static Stream<Arguments> unreadableForms() {
        String multipart = "multipart/form-data; boundary=edge";
        String file = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + ENTERED;
        String end = "\r\n--edge--\r\n";
        return Stream.of(
                tooLarge("fields", field("shows", "a".repeat(2_097_153)) + end),
                tooLarge("parts", field("a", "1").repeat(60) + end),
                unreadable(multipart, "NUL", file + "\0.jpg\"\r\n\r\n1" + end),
                unreadable(multipart, "head", file + "a".repeat(600) + "\"\r\n\r\n1" + end),
                unreadable(multipart, "head", file + "\"\r\nX-Other: " + "a".repeat(600) + "\r\n\r\n1" + end),
                unreadable(multipart, "boundary", file + ".jpg\"\r\n\r\n1"),
                unreadable(multipart, "boundary", file + ".jpg\"\r\n"),
                unreadable("multipart/form-data", "boundary", file + ".jpg\"\r\n\r\n1" + end),
                unreadable("multipart/form-data; boundary=", "boundary", file + ".jpg\"\r\n\r\n1" + end),
                unreadable(
                        "multipart/form-data; boundary=" + "e".repeat(5000),
                        "boundary",
                        file + ".jpg\"\r\n\r\n1" + end),
                unreadable(multipart, "no name", "--edge\r\nContent-Disposition: form-data\r\n\r\n" + ENTERED + end),
                unreadable(multipart, "boundary", "--edge\r\n\r\n" + ENTERED + end),
                unreadable(multipart, "no name", field("a", "1") + "\r\n--edge\r\nX-Other: a\r\n\r\n" + ENTERED + end));
    }

    private static String field(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Arguments tooLarge(String told, String body) {
        return Arguments.of(
                "multipart/form-data; boundary=edge",
                body,
                413,
                told,
                "more than can be taken",
                "plus que ce qui peut");
    }

    private static Arguments unreadable(String type, String told, String body) {
        return Arguments.of(type, body, 400, told, "give it a short name", "donnez-lui un nom court");
    }

    private String posted(String path, String type, String accepted, String body) throws IOException {
        try (var client = new RawClient("127.0.0.1", port)) {
            client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: " + key
                    + "\r\nAccept: " + accepted + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
            return client.rest();
        }
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
