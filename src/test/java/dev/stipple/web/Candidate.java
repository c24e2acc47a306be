package dev.stipple.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who fills in the intake with a browser that knows links and forms and nothing else. */
public final class Candidate {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI home;
    private URI at;
    private int status;
    private HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);
    private Document page = Document.createShell("");

    public Candidate(int port) {
        this.home = URI.create("http://localhost:" + port);
        this.at = home;
    }

    public Candidate open(String address) {
        at = at.resolve(address);
        return send(HttpRequest.newBuilder(at).GET());
    }

    public Candidate begin() {
        return open("/intake?language=en").press("Start");
    }

    public Candidate begin(String language, String button) {
        return open("/intake?language=" + language).press(button);
    }

    /** Follows the link with this text. */
    public Candidate follow(String text) {
        return open(link(text).attr("href"));
    }

    /** Follows the link beside a text. */
    public Candidate change(String question) {
        return open(page.expectFirst("a:contains(" + question + ")").attr("href"));
    }

    /** Chooses or enters answers and goes on. */
    public Candidate answer(String... values) {
        return submit(main(), Stream.of(values).map(value -> "answer=" + encoded(value)));
    }

    /** Fills in fields, each as {@code name=value}, and sends them. */
    public Candidate fill(String... fields) {
        return submit(main(), Stream.of(fields));
    }

    public Candidate unsure() {
        return submit(main(), Stream.of("unsure=yes"));
    }

    /** Presses the button with this text. */
    public Candidate press(String button) {
        Element found = page.select("button").stream()
                .filter(each -> each.text().contains(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " on " + heading()));
        return submit(Objects.requireNonNull(found.closest("form")), Stream.of());
    }

    /** Goes straight to the page of a question of this form. */
    public Candidate question(String path) {
        return open("/intake/" + token() + "/questions/" + path);
    }

    public Candidate group(String id) {
        return open("/intake/" + token() + "/groups/" + id);
    }

    public Candidate page(String name) {
        return open("/intake/" + token() + "/" + name);
    }

    public String token() {
        return at.getPath().split("/", -1)[2];
    }

    /** Another browser, or tab, on the same page. */
    public Candidate another() {
        var other = new Candidate(home.getPort());
        return other.open(at.toString());
    }

    public String path() {
        return at.getPath();
    }

    public String heading() {
        return page.select("h1").text();
    }

    public String text() {
        return page.text();
    }

    public int status() {
        return status;
    }

    public Document document() {
        return page;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    private Element main() {
        return Objects.requireNonNull(
                page.select("form:has(button[type=submit])").last());
    }

    private Element link(String text) {
        return page.select("a").stream()
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text + " on " + heading()));
    }

    private Candidate submit(Element form, Stream<String> fields) {
        Stream<String> hidden = form.select("input[type=hidden]").stream()
                .map(input -> input.attr("name") + "=" + encoded(input.attr("value")));
        at = at.resolve(form.attr("action"));
        return send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Stream.concat(hidden, fields).collect(Collectors.joining("&")))));
    }

    private Candidate send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("Accept-Language", "en")
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            headers = response.headers();
            status = response.statusCode();
            page = Jsoup.parse(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return status / 100 == 3 ? open(headers.firstValue("location").orElseThrow()) : this;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
