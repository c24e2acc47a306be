package dev.stipple.web;

import dev.stipple.Shipped;
import dev.stipple.answers.AnswersReader;
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
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Somebody who fills in the intake with a browser that knows links and forms and nothing else. */
public final class Candidate {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI home;
    private URI at;
    private int status;
    private @Nullable String field;
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
        field = null;
        return open(page.expectFirst("a:contains(" + question + ")").attr("href"));
    }

    /** Chooses or enters answers in the field of the question last gone to, and goes on. */
    public Candidate answer(String... values) {
        return answerIn(Objects.requireNonNull(field), values);
    }

    /** Chooses or enters answers in one field of this page and goes on, as if there were no other. */
    public Candidate answerIn(String field, String... values) {
        var fields = Stream.concat(
                Stream.of("shown=" + encoded(field)),
                Stream.of(values).map(value -> encoded(field) + "=" + encoded(value)));
        return submit(main().attr("action"), fields);
    }

    /** Fills in fields, each as {@code name=value}, and sends them. */
    public Candidate fill(String... fields) {
        return submit(main().attr("action"), Stream.concat(hidden(main()), Stream.of(fields)));
    }

    /** Answers this page as somebody does to whom what is told applies. */
    public Candidate answerAs(Told told) {
        var fields = new ArrayList<String>();
        for (Element field : page.select("fieldset.field:not([hidden])")) {
            String name = field.select("input[name=shown]").attr("value");
            var choices =
                    field.select("input[type=radio], input[type=checkbox]").eachAttr("value");
            choices.remove(AnswersReader.NOT_SURE);
            fields.add("shown=" + encoded(name));
            told.to(name, choices).forEach(value -> fields.add(encoded(name) + "=" + encoded(value)));
        }
        return submit(main().attr("action"), fields.stream());
    }

    /** Says of everything on this page that it cannot be answered now. */
    public Candidate unsure() {
        return fill("unsure=yes");
    }

    /** Presses the button with this text. */
    public Candidate press(String button) {
        Element found = page.select("button").stream()
                .filter(each -> each.text().contains(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " on " + heading()));
        Element form = Objects.requireNonNull(found.closest("form"));
        return submit(
                found.hasAttr("formaction") ? found.attr("formaction") : form.attr("action"),
                Stream.concat(
                        hidden(form),
                        found.hasAttr("name")
                                ? Stream.of(found.attr("name") + "=" + found.attr("value"))
                                : Stream.of()));
    }

    /** Sends an empty form there. */
    Candidate post(String address) {
        return submit(address, Stream.of());
    }

    /** Sends a body as it is. */
    Candidate send(String address, String type, String body) {
        at = at.resolve(address);
        return send(HttpRequest.newBuilder(at).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Goes straight to the page of a question of this form: of the shipped ones where they have it, or of its group. */
    public Candidate question(String path) {
        field = path;
        String question = path.replaceAll("/.*", "");
        String id = Shipped.contents()
                .questionnaire()
                .question(question)
                .map(each -> Shipped.contents().interview().pageOf(each).id())
                .orElse(question.replaceAll("\\..*", ""));
        return page("pages/" + id);
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

    private static Stream<String> hidden(Element form) {
        return form.select("input[type=hidden]").stream()
                .map(input -> input.attr("name") + "=" + encoded(input.attr("value")));
    }

    private Candidate submit(String action, Stream<String> fields) {
        at = at.resolve(action);
        return send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.collect(Collectors.joining("&")))));
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
