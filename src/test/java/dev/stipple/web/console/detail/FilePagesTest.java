package dev.stipple.web.console.detail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stipple.Spoken;
import dev.stipple.access.accounts.Role;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Desk;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.uploads.Upload;
import dev.stipple.store.Database;
import dev.stipple.store.RandomTokens;
import dev.stipple.uploads.Files;
import dev.stipple.web.Candidate;
import dev.stipple.web.console.ConsoleTest;
import dev.stipple.web.console.Consultant;
import dev.stipple.wording.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Letters and photos from the person's page to the desk, and what meets whoever sends or asks for something else. */
@Tag("whole")
class FilePagesTest extends ConsoleTest {
    private static final String LINE = "\r\n";
    private static final byte[] PHOTO = Files.picture("jpeg", 64, 32);

    private final Screenings screenings;
    private final LiveRules rules;
    private final Database database;
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    FilePagesTest(ApplicationContext context) {
        super(context);
        this.screenings = context.getBean(Screenings.class);
        this.rules = context.getBean(LiveRules.class);
        this.database = context.getBean(Database.class);
    }

    /** Somebody who sent their answers, and their link. */
    private final class Person {
        private final String token = RandomTokens.next();
        private final Screening kept;

        private Person() {
            this(Spoken.EN);
        }

        private Person(Language language) {
            kept = screenings.keep(
                    new Submission(Desk.answers("man-keloid-history"), language, Contact.NONE, "2026-01")
                            .withLink(new Link(token)),
                    rules.assessor(),
                    "intake",
                    null);
        }

        private String files() {
            return "/intake/" + token + "/sent/files";
        }

        private HttpResponse<String> send(String shows, String name, byte[] file) throws Exception {
            return send(form(shows, name, file));
        }

        private HttpResponse<String> send(byte[] form) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + files()))
                            .header("Content-Type", "multipart/form-data; boundary=edge")
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofByteArray(form))
                            .build(),
                    BodyHandlers.ofString());
        }

        private String desk() {
            return "/console/screenings/" + kept.reference();
        }
    }

    private static byte[] form(String shows, String name, byte[] file) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(String.join(
                        LINE,
                        "--edge",
                        "Content-Disposition: form-data; name=\"shows\"",
                        "",
                        shows,
                        "--edge",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"",
                        "Content-Type: text/html",
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes((LINE + "--edge--" + LINE).getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private HttpResponse<byte[]> fetch(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Test
    void aPhotoOfMegabytesAndALetterAreAtTheDeskBesideTheAnswersAndNotedThere() throws Exception {
        var person = new Person();
        byte[] large = Files.noisy(2_500, 1_500);
        assertThat(large.length).isGreaterThan(1 << 20);

        var sent = person.send("FRONT", "../../x.html", large);
        person.send("LETTER", "letter.pdf", Files.PDF);

        assertThat(sent.statusCode()).isEqualTo(302);
        var page = new Candidate(port).open(person.files());
        assertThat(page.document().select(".files a").eachText()).containsExactly("From the front", "A signed letter");
        var desk = clinic.person(port, Role.CONSULTANT).open(person.desk());
        assertThat(desk.text("#files")).contains("From the front", "A signed letter");
        assertThat(desk.document().select("#files img").eachAttr("src")).containsExactly(person.desk() + "/files/1");
        desk.open(person.desk() + "/files/1");
        assertHarmless(desk.header("Content-Type"), "image/jpeg", desk::header);
        desk.open(person.desk() + "/files/2");
        assertHarmless(desk.header("Content-Type"), "application/pdf", desk::header);
        assertThat(desk.open(person.desk()).text("aside")).contains("sent a file");
        assertThat(audit.of(person.kept.reference().code()))
                .anyMatch(entry ->
                        entry.detail().equals("file 2") && entry.actor().startsWith("consultant"));
    }

    private static void assertHarmless(String type, String wanted, java.util.function.UnaryOperator<String> header) {
        assertThat(type).isEqualTo(wanted);
        assertThat(header.apply("Content-Disposition")).startsWith("attachment; filename=\"stipple-");
        assertThat(header.apply("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header.apply("Content-Security-Policy")).startsWith("default-src 'none'; sandbox");
        assertThat(header.apply("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoHasTheLinkSeesAndTakesAwayTheirOwnAndNobodyElseAnything() throws Exception {
        var person = new Person();
        var other = new Person();
        person.send("TOP", "top.jpg", PHOTO);
        String file = person.files() + "/1";

        var own = fetch(file);
        assertThat(ImageIO.read(new ByteArrayInputStream(own.body())).getWidth())
                .isEqualTo(64);
        assertHarmless(
                own.headers().firstValue("Content-Type").orElse(""),
                "image/jpeg",
                name -> own.headers().firstValue(name).orElse(""));
        for (String guessed : List.of(
                other.files() + "/1",
                "/intake/" + RandomTokens.next() + "/sent/files/1",
                person.files() + "/2",
                person.files() + "/0",
                person.files() + "/x")) {
            assertThat(fetch(guessed).statusCode()).as(guessed).isEqualTo(404);
        }
        assertThat(new Consultant(port).open(person.desk() + "/files/1").heading())
                .isEqualTo("Sign in");
        assertThat(clinic.person(port, Role.AUTHOR)
                        .open(person.desk() + "/files/1")
                        .status())
                .isEqualTo(403);
        assertThat(clinic.person(port, Role.CONSULTANT)
                        .open(other.desk() + "/files/1")
                        .status())
                .isEqualTo(404);

        new Candidate(port).open(person.files()).press("Take away");
        assertThat(fetch(file).statusCode()).isEqualTo(404);
        person.send("TOP", "top.jpg", PHOTO);
        screenings.erase(person.kept.reference(), "ana", "asked for");
        assertThat(fetch(person.files() + "/1").statusCode()).isEqualTo(404);
        assertThat(person.send("TOP", "top.jpg", PHOTO).statusCode()).isEqualTo(404);
    }

    @Test
    void eachPhotoHasADrawingOfHowItIsTaken() throws Exception {
        var page = new Candidate(port).open(new Person().files());

        var drawings = page.document().select("form.upload:has(input[value!=LETTER]) svg.view g");

        assertThat(page.document().select("form.upload")).hasSize(Upload.Shows.values().length);
        assertThat(drawings).hasSize(6);
        assertThat(drawings.stream().map(each -> each.outerHtml()).distinct()).hasSize(6);
    }

    @Test
    void whatIsRefusedIsSaidInWordsInBothLanguages() throws Exception {
        var person = new Person();

        var heic = person.send("FRONT", "photo.jpg", "\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        var page =
                person.send("LETTER", "letter.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        var none = person.send("LETTER", "", new byte[0]);

        assertThat(heic.statusCode()).isEqualTo(422);
        assertThat(heic.body()).contains("HEIC format", "Most Compatible", "href=\"#file-FRONT\"");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("This is not a JPEG, PNG or PDF").doesNotContain("alert(1)");
        assertThat(none.body()).contains("Please choose a file first");
        assertThat(new Candidate(port).open(person.files()).document().select(".files"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formsOfWhichAPartWouldBeDropped")
    void aFormIsReadWholeOrRefusedBeforeAnythingIsKept(List<String> parts) throws Exception {
        var person = new Person();
        String form = parts.stream().map(each -> "--edge" + LINE + each + LINE).collect(Collectors.joining());

        var refused = person.send((form + "--edge--" + LINE).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(refused.body()).contains("This did not work");
        assertThat(new Candidate(port).open(person.files()).document().select(".files"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'something before\r\n', ''", "'', '--edge\r\n\r\nx\r\n--edge--\r\n'", "'', 'x'"})
    void nothingStandsBeforeTheFormOrAfterIt(String before, String after) throws Exception {
        var person = new Person();
        String form = new String(form("FRONT", "a.jpg", PHOTO), StandardCharsets.ISO_8859_1);

        var refused = person.send((before + form + after).getBytes(StandardCharsets.ISO_8859_1));
        var taken = person.send((LINE + form + LINE).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(new Candidate(port).open(person.files()).document().select(".files li"))
                .hasSize(1);
    }

    @Test
    void aPdfIsALetterAndNoPhoto() throws Exception {
        var person = new Person();
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

        var refused = person.send("FRONT", "letter.pdf", pdf);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Please send a photo here", "href=\"#file-FRONT\"");
        assertThat(person.send("LETTER", "letter.pdf", pdf).statusCode()).isEqualTo(302);
    }

    static Stream<List<String>> formsOfWhichAPartWouldBeDropped() {
        String shows = part("form-data; name=\"shows\"", "FRONT");
        String photo =
                part("form-data; name=\"file\"; filename=\"a.jpg\"", new String(PHOTO, StandardCharsets.ISO_8859_1));
        return Stream.of(
                List.of(shows, photo, photo),
                List.of(shows, shows, photo),
                List.of(shows, part("form-data; name=\"shows\"", "TOP"), photo),
                List.of(shows, photo, part("form-data; name=\"note\"", "x")),
                List.of(shows, photo, photo.replace("\"file\"", "\"file2\"")),
                List.of(shows, photo, part("form-data; name=\"file\"", "x")),
                List.of(shows, photo, part("form-data; name=\"\"", "x")),
                List.of(shows, photo, part("form-data; name=\"language\"", "fr")),
                List.of(shows, photo, part("form-data", "x")),
                List.of(part("form-data; filename=\"b.jpg\"", "x"), shows, photo),
                List.of(
                        shows,
                        part(
                                "form-data; name=\"file\"" + LINE + "Content-Disposition: form-data; name=\"other\"",
                                "x")),
                List.of(photo),
                List.of(part("form-data; name=\"shows\"", "SIDEWAYS"), photo),
                List.of());
    }

    private static String part(String disposition, String content) {
        return "Content-Disposition: " + disposition + LINE + LINE + content;
    }

    @Test
    void aFileThatSomebodyAlteredIsNotShownAndThePersonIsToldCalmlyInTheirBrowsersLanguage() throws Exception {
        var person = new Person(Spoken.FR);
        person.send("TOP", "top.jpg", PHOTO);
        String reference = person.kept.reference().code();
        var digests = database.sql().sql("select digest from upload where reference = ?");
        String digest = digests.param(reference).query(String.class).single();
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.addAppender(logged);
        putDigest(reference, "0");
        Candidate page;
        try {
            page = new Candidate(port).open(person.files() + "/1");
        } finally {
            putDigest(reference, digest);
            log.detachAppender(logged);
        }

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.heading()).isEqualTo("This cannot be shown");
        assertThat(page.document().text()).contains("Something other than this service changed it");
        var told = logged.list.stream()
                .filter(each -> each.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getThrowableProxy()).isNull();
        assertThat(told.get(0).getFormattedMessage()).contains("was altered in the database");
    }

    private void putDigest(String reference, String digest) {
        database.sql()
                .sql("update upload set digest = ? where reference = ?")
                .params(digest, reference)
                .update();
    }

    /** What says that it has 200 MB, or does not say, is refused before it is read. */
    @Test
    void aStreamOf200MegabytesIsNotReadWhole() throws Exception {
        var person = new Person();
        String head = "POST " + person.files() + " HTTP/1.1" + LINE + "Host: localhost" + LINE
                + "Content-Type: multipart/form-data; boundary=edge" + LINE;

        assertThat(answered(head + "Content-Length: 209715200" + LINE + LINE)).startsWith("HTTP/1.1 413");
        assertThat(answered(head + "Transfer-Encoding: chunked" + LINE + LINE + "5" + LINE + "--edg" + LINE))
                .startsWith("HTTP/1.1 411");
        assertThat(person.send("LETTER", "large.pdf", new byte[(12 << 20) + 1]).body())
                .contains("larger than 12 MB");
    }

    private String answered(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        }
    }
}
