package dev.stipple.web.console.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Spoken;
import dev.stipple.access.accounts.Role;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Desk;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.RandomTokens;
import dev.stipple.uploads.Files;
import dev.stipple.web.Candidate;
import dev.stipple.web.console.ConsoleTest;
import dev.stipple.web.console.Consultant;
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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Letters and photos from the person's page to the desk, and what meets whoever sends or asks for something else. */
@Tag("whole")
class FilePagesTest extends ConsoleTest {
    private static final String LINE = "\r\n";
    private static final byte[] PHOTO = Files.picture("jpeg", 64, 32);

    private final Screenings screenings;
    private final LiveRules rules;
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    FilePagesTest(ApplicationContext context) {
        super(context);
        this.screenings = context.getBean(Screenings.class);
        this.rules = context.getBean(LiveRules.class);
    }

    /** Somebody who sent their answers, and their link. */
    private final class Person {
        private final String token = RandomTokens.next();
        private final Screening kept = screenings.keep(
                new Submission(Desk.answers("man-keloid-history"), Spoken.EN, Contact.NONE, "2026-01")
                        .withLink(new Link(token)),
                rules.assessor(),
                "intake",
                null);

        private String files() {
            return "/intake/" + token + "/sent/files";
        }

        private HttpResponse<String> send(String shows, String name, byte[] file) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + files()))
                            .header("Content-Type", "multipart/form-data; boundary=edge")
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofByteArray(form(shows, name, file)))
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
