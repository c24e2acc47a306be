package dev.stipple.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who works in the console with a browser that knows links, forms and cookies and nothing else. */
public final class Consultant {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private URI at;
    private int status;
    private HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);
    private String body = "";
    private Document page = Document.createShell("");

    public Consultant(int port) {
        this.at = URI.create("http://localhost:" + port);
    }

    public Consultant open(String address) {
        at = at.resolve(address);
        return send(HttpRequest.newBuilder(at).GET());
    }

    public Consultant signIn(String name, String password) {
        return open("/login").press("Sign in", Map.of("username", name, "password", password));
    }

    /** Loses every cookie, as where a session has ended meanwhile. */
    void forget() {
        cookies.getCookieStore().removeAll();
    }

    /** Keeps a cookie that somebody else put there. */
    public void remember(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(at, cookie);
    }

    /** Whose page it is on. */
    public String host() {
        return at.getHost();
    }

    /** Follows the link with this text. */
    public Consultant follow(String text) {
        return open(page.select("a").stream()
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text + " on " + heading()))
                .attr("href"));
    }

    /** Presses the button with this text, or this name for those who cannot see, after filling in its form. */
    public Consultant press(String button, Map<String, String> fields) {
        return press(button, fields, "");
    }

    /** The same with what no browser would send besides. */
    Consultant press(String button, Map<String, String> fields, String more) {
        Element found = page.select("button").stream()
                .filter(each ->
                        each.text().equals(button) || each.attr("aria-label").equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " on " + heading()));
        Element form = Objects.requireNonNull(found.closest("form"));
        return submit(form, found, fields, more);
    }

    /** Chooses a file and presses the button of its form. */
    Consultant upload(String button, byte[] content) {
        Element form = Objects.requireNonNull(page.select("button").stream()
                .filter(each -> each.text().equals(button))
                .findFirst()
                .orElseThrow()
                .closest("form"));
        var body = new ByteArrayOutputStream();
        form.select("input[type=hidden]")
                .forEach(each -> part(
                        body, "name=\"" + each.attr("name") + "\"", each.val().getBytes(UTF_8)));
        form.select("input[type=file]")
                .forEach(each -> part(
                        body,
                        "name=\"" + each.attr("name") + "\"; filename=\"people\"\r\nContent-Type: text/plain",
                        content));
        body.writeBytes("--limit--\r\n".getBytes(UTF_8));
        at = at.resolve(form.attr("action"));
        return send(HttpRequest.newBuilder(at)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; " + head + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    public Consultant press(String button) {
        return press(button, Map.of());
    }

    private Consultant submit(Element form, Element button, Map<String, String> fields, String more) {
        Set<String> names = form.select("[name]").eachAttr("name").stream().collect(Collectors.toSet());
        fields.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new AssertionError("no field " + name + " on " + heading());
                });
        var values = new LinkedHashMap<String, List<String>>();
        form.select("input:not([type=radio]):not([type=checkbox]), textarea")
                .forEach(each -> values.put(each.attr("name"), List.of(each.val())));
        form.select("input[checked]")
                .forEach(each -> values.merge(
                        each.attr("name"),
                        List.of(each.val()),
                        (one, two) -> Stream.of(one, two).flatMap(List::stream).toList()));
        form.select("select").forEach(each -> values.put(each.attr("name"), List.of(chosen(each))));
        fields.forEach((name, value) -> values.put(name, List.of(value)));
        if (button.hasAttr("name")) {
            values.put(button.attr("name"), List.of(button.val()));
        }
        String body = values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        if (form.attr("method").equals("get")) {
            return open(action + "?" + body);
        }
        at = at.resolve(action);
        return send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + more)));
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        return Objects.requireNonNull(option == null ? select.selectFirst("option") : option)
                .attr("value");
    }

    String path() {
        return at.getPath();
    }

    public String heading() {
        return page.select("h1").text();
    }

    public String text() {
        return page.text();
    }

    public String text(String selector) {
        return page.select(selector).text();
    }

    public int status() {
        return status;
    }

    public Document document() {
        return page;
    }

    /** What was answered, as it came. */
    String body() {
        return body;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    private Consultant send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("Accept-Language", "en")
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            status = response.statusCode();
            headers = response.headers();
            body = response.body();
            page = Jsoup.parse(body);
            return status / 100 == 3
                    ? open(response.headers().firstValue("location").orElseThrow())
                    : this;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
