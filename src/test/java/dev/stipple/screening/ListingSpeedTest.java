package dev.stipple.screening;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.stipple.Shipped;
import dev.stipple.questionnaire.Answers;
import dev.stipple.rulebook.Verdict;
import dev.stipple.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures lists and searches as consultants make them, entry in the audit log included; run on a quiet machine with
 * {@code ./mvnw test -Dtest=ListingSpeedTest -Dstipple.screenings=100000}.
 */
@EnabledIfSystemProperty(named = "stipple.screenings", matches = "[0-9]+")
class ListingSpeedTest {
    private static final int SCREENINGS = Integer.getInteger("stipple.screenings", 100_000);
    private static final int TIMES = 200;
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final List<String> NAMES = List.of(
            "Marie", "Jean", "Camille", "Louis", "Emma", "Hugo", "Chloe", "Lucas", "Ines", "Paul", "Zoe", "Noah");
    private static final List<String> STORIES = List.of(
            "man-recent-transplant", "woman-alopecia-totalis", "man-dark-skin", "man-sixteen", "woman-missing-answers");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyListIsFastOnH2() {
        assertFast("jdbc:h2:file:" + folder.resolve("stipple") + Databases.H2_MODE, "sa");
    }

    @Test
    void everyListIsFastOnPostgres() {
        assertFast(Databases.postgresUrl(), "postgres");
    }

    private static void assertFast(String url, String user) {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername(user);
            var desk = new Desk(source);
            fill(desk);
            if (url.contains("postgresql")) {
                desk.database.sql().sql("analyze").update();
            }
            var slowest = measure(desk.screenings);
            System.out.println(SCREENINGS + " screenings on " + (url.contains("postgresql") ? "PostgreSQL" : "H2")
                    + ", p95 in ms: " + slowest);
            assertTrue(slowest.values().stream().allMatch(time -> time < LIMIT.toMillis()), slowest.toString());
        }
    }

    /** The 95th percentile of each kind of list, in milliseconds. */
    private static Map<String, Long> measure(Screenings screenings) {
        var random = new Random(7);
        String deep = cursor(screenings);
        Map<String, Supplier<Search>> kinds = new LinkedHashMap<>();
        kinds.put("queue", () -> Search.ALL.withStatus(Status.WAITING));
        kinds.put(
                "status and verdict",
                () -> Search.ALL.withStatus(Status.WAITING).withVerdict(any(random)));
        kinds.put("strictest first", () -> Search.ALL.sortedBy(Search.Order.VERDICT, false));
        kinds.put("a page in the middle", () -> Search.ALL.after(deep));
        kinds.put(
                "three letters",
                () -> Search.ALL.withText(
                        NAMES.get(random.nextInt(NAMES.size())).substring(0, 3)));
        kinds.put(
                "first and last name",
                () -> Search.ALL.withText(NAMES.get(random.nextInt(NAMES.size())) + " s" + random.nextInt(5_000)));
        kinds.put(
                "reference", () -> Search.ALL.withText(Reference.random().code().substring(0, 3)));
        var results = new LinkedHashMap<String, Long>();
        kinds.forEach((kind, search) -> results.put(kind, p95(screenings, search)));
        return results;
    }

    private static long p95(Screenings screenings, Supplier<Search> search) {
        long[] nanos = new long[TIMES];
        for (int each = -TIMES / 4; each < TIMES; each++) {
            long start = System.nanoTime();
            screenings.list(search.get(), "test");
            if (each >= 0) {
                nanos[each] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[TIMES * 95 / 100]).toMillis();
    }

    private static String cursor(Screenings screenings) {
        var search = Search.ALL.ofSize(Math.max(1, SCREENINGS / 2));
        return Stream.ofNullable(screenings.list(search, "test").next())
                .findFirst()
                .orElseThrow();
    }

    private static Verdict any(Random random) {
        return VERDICTS.get(random.nextInt(VERDICTS.size()));
    }

    private static void fill(Desk desk) {
        long seed = 20_260_302;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var rows = new ScreeningRows(desk.database, Desk.MASTER);
        new Rulebooks(desk.database, desk::now).keep(Shipped.rulebook());
        var assessed = STORIES.stream()
                .map(story -> Assessed.of(Shipped.assessor(), Desk.answers(story), Language.EN))
                .toList();
        int chunk = 200;
        for (int first = 0; first < SCREENINGS; first += chunk) {
            desk.database.inTransaction(() -> {
                for (int each = 0; each < chunk; each++) {
                    insert(rows, assessed.get(random.nextInt(assessed.size())), random);
                }
            });
        }
    }

    private static void insert(ScreeningRows rows, Assessed assessed, Random random) {
        Instant received = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(10_000_000));
        String name = NAMES.get(random.nextInt(NAMES.size())) + " S" + random.nextInt(5_000);
        String phone = "06" + (10_000_000 + random.nextInt(89_999_999));
        var contact = new Contact(name, name.replace(' ', '.') + "@example.org", phone);
        var key = PersonKey.create(Desk.MASTER, Reference.random().code());
        var submission =
                new Submission(Answers.none(Shipped.rulebook().questionnaire()), Language.EN, contact, "2026-01");
        rows.insert(key, submission, assessed, received);
        rows.insertRevision(key, 1, "test", assessed, received);
    }
}
