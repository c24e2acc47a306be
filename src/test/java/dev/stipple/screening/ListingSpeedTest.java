package dev.stipple.screening;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.ServiceProcess;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.answers.Answers;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.rows.RevisionRows;
import dev.stipple.screening.rows.Rulebooks;
import dev.stipple.screening.rows.ScreeningRows;
import dev.stipple.store.Packed;
import dev.stipple.store.keys.PersonKey;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures lists and searches over HTTP, as consultants and programs make them, entries in the audit log included; run on
 * a quiet machine with {@code ./mvnw verify -Dtest=ListingSpeedTest -Dstipple.screenings=100000}.
 */
@Tag("timed")
@EnabledIfSystemProperty(named = "stipple.screenings", matches = "[0-9]+")
class ListingSpeedTest {
    private static final int SCREENINGS = Integer.getInteger("stipple.screenings", 100_000);
    private static final int TIMES = 200;
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS = 10_000_000;
    private static final String PASSWORD = "a-long-enough-password";
    private static final List<String> NAMES = List.of(
            "Marie", "Jean", "Camille", "Louis", "Emma", "Hugo", "Chloe", "Lucas", "Ines", "Paul", "Zoe", "Noah");
    private static final List<String> STORIES = List.of(
            "man-recent-transplant", "woman-alopecia-totalis", "man-dark-skin", "man-sixteen", "woman-missing-answers");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Random random = new Random(20_260_302);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyListIsFastOnH2() throws Exception {
        assertFast("jdbc:h2:file:" + folder.resolve("stipple") + H2.MODE, "sa");
    }

    @Test
    void everyListIsFastOnPostgres() throws Exception {
        assertFast(Databases.postgresUrl(), "postgres");
    }

    private void assertFast(String url, String user) throws Exception {
        String key = fill(url, user);
        try (var service = ServiceProcess.start(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--stipple.key=" + Kept.MASTER_KEY,
                "--logging.level.root=warn",
                "--logging.level.org.springframework.boot.tomcat=info"))) {
            var slowest = new LinkedHashMap<String, Long>();
            lists(service, key).forEach((kind, address) -> slowest.put(kind, p95(key, address)));
            signIn(service);
            pages(service).forEach((kind, address) -> slowest.put("page: " + kind, p95("", address)));
            System.out.println(SCREENINGS + " screenings on " + (url.contains("postgresql") ? "PostgreSQL" : "H2")
                    + ", p95 in ms: " + slowest);
            assertTrue(slowest.values().stream().allMatch(time -> time < LIMIT.toMillis()), slowest.toString());
        }
    }

    /** What programs ask for, by what it is. */
    private Map<String, Supplier<URI>> lists(ServiceProcess service, String key) throws Exception {
        String deep = deep(service, key);
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("newest", () -> "");
        kinds.put("waiting", () -> "status=WAITING");
        kinds.put("decided, oldest first", () -> "status=DECIDED&descending=false");
        kinds.put(
                "waiting, one verdict",
                () -> "status=WAITING&verdict=" + any(List.of("DEFER", "SUITABLE", "UNDECIDED")));
        kinds.put("one verdict, last changed", () -> "verdict=DEFER&sort=CHANGED");
        kinds.put("waiting, last changed", () -> "status=WAITING&sort=CHANGED");
        kinds.put("strictest first", () -> "sort=VERDICT&descending=false");
        kinds.put("waiting, strictest first", () -> "status=WAITING&sort=VERDICT&descending=false");
        kinds.put(
                "one month, strictest first",
                () -> "from=2026-02-01T00:00:00Z&before=2026-03-01T00:00:00Z&sort=VERDICT");
        kinds.put("due in half a year, next first", () -> "dueBefore=2026-07-01&sort=DUE&descending=false");
        kinds.put(
                "waiting, due in half a year, next first",
                () -> "status=WAITING&dueBefore=2026-07-01&sort=DUE&descending=false");
        kinds.put("waiting, given to nobody", () -> "status=WAITING&assignee=-");
        kinds.put("given to one account", () -> "assignee=ana");
        kinds.put("waiting, new to who asks", () -> "status=WAITING&news=true");
        kinds.put("a page in the middle", () -> "after=" + deep);
        kinds.put("three letters", () -> "text=" + any(NAMES).substring(0, 3));
        kinds.put(
                "three letters, waiting",
                () -> "status=WAITING&text=" + any(NAMES).substring(0, 3));
        kinds.put(
                "three letters, strictest first",
                () -> "sort=VERDICT&text=" + any(NAMES).substring(0, 3));
        kinds.put("first and last name", () -> "text=" + any(NAMES) + "%20s" + random.nextInt(5_000));
        kinds.put("phone", () -> "text=06%20" + (10 + random.nextInt(89)));
        kinds.put("reference", () -> "text=" + Reference.random().code().substring(0, 4));
        return addresses(service, "/api/v1/screenings?", kinds);
    }

    /** What the console shows, by what it is. */
    private Map<String, Supplier<URI>> pages(ServiceProcess service) {
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("queue", () -> "");
        kinds.put("everybody, strictest first", () -> "status=ANY&sort=VERDICT");
        kinds.put("waiting, strictest first", () -> "sort=VERDICT");
        kinds.put("three letters", () -> "status=ANY&text=" + any(NAMES).substring(0, 3));
        kinds.put("due now", () -> "status=ANY&due=NOW&sort=DUE");
        kinds.put("older than a month", () -> "status=ANY&age=OLDER_THAN_MONTH");
        return addresses(service, "/console/screenings?", kinds);
    }

    private static Map<String, Supplier<URI>> addresses(
            ServiceProcess service, String path, Map<String, Supplier<String>> queries) {
        var addresses = new LinkedHashMap<String, Supplier<URI>>();
        queries.forEach((kind, query) -> addresses.put(kind, () -> service.address(path + query.get())));
        return addresses;
    }

    private long p95(String key, Supplier<URI> address) {
        long[] nanos = new long[TIMES];
        for (int each = -TIMES / 4; each < TIMES; each++) {
            long start = System.nanoTime();
            get(key, address.get());
            if (each >= 0) {
                nanos[each] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[TIMES * 95 / 100]).toMillis();
    }

    private String get(String key, URI address) {
        var request = HttpRequest.newBuilder(address);
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        return send(request);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new AssertionError(response.uri() + " is answered with " + response.statusCode());
            }
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signIn(ServiceProcess service) {
        String form = get("", service.address("/login"));
        String token = Jsoup.parse(form).select("[name=_csrf]").attr("value");
        String unused = send(HttpRequest.newBuilder(service.address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=ana&password=" + PASSWORD + "&_csrf=" + token)));
    }

    /** Where the page that holds the middle of all screenings ended. */
    private String deep(ServiceProcess service, String key) {
        String middle = BEGIN.plusSeconds(SECONDS / 2).toString();
        var page = get(key, service.address("/api/v1/screenings?size=1&before=" + middle));
        return JsonMapper.shared().readTree(page).path("next").asString();
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Fills the database and returns the key of a program that may list it. */
    private String fill(String url, String user) {
        long start = System.nanoTime();
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername(user);
            var desk = new Desk(source);
            keep(desk);
            // One in twenty waits, as where consultants keep up.
            desk.database
                    .sql()
                    .sql("update screening set status = 'DECIDED', decided = verdict where reference < 'X'")
                    .update();
            if (url.contains("postgresql")) {
                desk.database.sql().sql("analyze").update();
            }
            var accounts = new Accounts(
                    desk.database,
                    desk.audit,
                    PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                    InstantSource.system());
            accounts.changePassword("ana", accounts.create("ana", Role.CONSULTANT, "test"), PASSWORD);
            System.out.println("filled in " + Duration.ofNanos(System.nanoTime() - start));
            return new ApiKeys(desk.database, desk.audit, InstantSource.system())
                    .create("listing", Role.CONSULTANT, "test");
        }
    }

    private void keep(Desk desk) {
        System.out.println("seed 20260302");
        new Rulebooks(desk.database, desk.audit.seals(), desk::now).keep(Shipped.rulebook());
        var assessed = STORIES.stream().map(this::assessed).toList();
        int chunk = 2_000;
        for (int first = 0; first < SCREENINGS; first += chunk) {
            int from = first;
            desk.database.inTransaction(() -> {
                for (int each = from; each < from + chunk; each++) {
                    insert(desk, any(assessed), each);
                }
            });
        }
    }

    /** What is kept of a story; of its assessment, which no list reads, only the size. */
    private Assessed assessed(String story) {
        LocalDate day = LocalDate.parse("2026-01-01");
        var assessed = Assessed.of(Shipped.assessor(), Desk.answers(story), Spoken.EN, day, day);
        byte[] noise = new byte[Packed.of(assessed.assessment().getBytes(StandardCharsets.UTF_8)).length];
        random.nextBytes(noise);
        return new Assessed(
                assessed.rulebook(),
                assessed.verdict(),
                assessed.leading(),
                assessed.answers(),
                Base64.getEncoder().encodeToString(noise),
                assessed.given(),
                assessed.asOf(),
                assessed.agenda());
    }

    private void insert(Desk desk, Assessed assessed, int number) {
        Instant received = BEGIN.plusSeconds((long) number * SECONDS / SCREENINGS);
        String name = any(NAMES) + " S" + random.nextInt(5_000);
        String phone = "06" + (10_000_000 + random.nextInt(89_999_999));
        var contact = new Contact(name, name.replace(' ', '.') + "@example.org", phone);
        var key = PersonKey.create(Reference.random().code());
        var submission =
                new Submission(Answers.none(Shipped.rulebook().questionnaire()), Spoken.EN, contact, "2026-01");
        new ScreeningRows(desk.database, desk.keys, desk.audit)
                .insert(desk.keys.newest(), key, submission, assessed, received);
        new RevisionRows(desk.database, desk.keys).insert(key, 1, "test", assessed, received);
    }
}
