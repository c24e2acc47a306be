package dev.stipple.soak;

import dev.stipple.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Mixed load on the service, with its rules changed every minute and its database gone twice: {@code ./mvnw -Psoak verify
 * -Dsoak.minutes=60}. Ends with exit code 1 where something acknowledged is lost, something failed that should not have,
 * memory grew, or the metrics tell another story.
 */
public final class Soak {
    private static final Path FOLDER = Path.of("target/soak");
    private static final Duration GONE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long ALLOWED_GROWTH = 48;

    /** What a load does again and again. */
    private interface Step {
        void run() throws Exception;
    }

    private final Duration length;
    private final Tally tally = new Tally();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Long> heap = new ArrayList<>();
    private final RestartedDatabase database;
    private final Path rules;
    private final Served served;
    private final Keys keys;
    private int reloads;

    private Soak(Duration length) throws IOException, InterruptedException {
        this.length = length;
        clear();
        this.rules = Files.createDirectories(FOLDER.resolve("rules"));
        RunningService.copy(Path.of("rules"), rules);
        this.database = new RestartedDatabase(FOLDER.resolve("postgres").toAbsolutePath());
        this.served = Served.start(FOLDER, database.url(), rules);
        this.keys = served.keys();
    }

    /**
     * Begins.
     *
     * @param arguments how many minutes it lasts
     */
    public static void main(String[] arguments) throws Exception {
        var soak = new Soak(Duration.ofSeconds(Math.round(60 * Double.parseDouble(arguments[0]))));
        try (var database = soak.database;
                var served = soak.served) {
            System.out.println("the service listens on port " + served.port());
            soak.run();
            soak.checkKept();
            soak.checkMetrics();
            soak.checkHeap();
            System.out.println("the database was at " + database.url());
        }
        System.out.println(soak.tally);
        soak.tally.failures().stream().limit(50).forEach(System.out::println);
        System.out.println(soak.tally.failures().isEmpty() ? "all is well" : "FAILED");
        System.exit(soak.tally.failures().isEmpty() ? 0 : 1);
    }

    private static void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(FOLDER);
    }

    private void run() throws Exception {
        var people = new People(served, tally, keys);
        var pages = new Pages(served.port(), tally, "consultant", served.consultant("consultant", keys.admin()));
        var loads = Executors.newCachedThreadPool();
        load(loads, 500, people::assess);
        load(loads, 1000, people::keep);
        load(loads, 10_000, people::importThem);
        load(loads, 3000, pages::intake);
        load(loads, 10_000, pages::console);
        Instant begun = Instant.now();
        for (int minute = 1; Instant.now().isBefore(begun.plus(length)); minute++) {
            reload(minute);
            heap.add(served.heap(keys.admin()));
            System.out.println(Instant.now() + " heap " + heap.get(heap.size() - 1) + " MB " + tally);
            if (minute == third() || minute == 2 * third()) {
                loseDatabase();
                checkKept();
            }
            sleepUntil(begun.plus(Duration.ofMinutes(minute)));
        }
        over.set(true);
        loads.shutdown();
        if (!loads.awaitTermination(2, TimeUnit.MINUTES)) {
            tally.fail("a load does not end");
        }
    }

    private int third() {
        return (int) Math.max(1, length.toMinutes() / 3);
    }

    private static void sleepUntil(Instant end) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
    }

    private void load(ExecutorService loads, long pause, Step step) {
        loads.execute(() -> {
            while (!over.get()) {
                try {
                    step.run();
                    Thread.sleep(pause);
                } catch (Exception | AssertionError e) {
                    tally.fail(e.toString());
                }
            }
        });
    }

    /** Saves all rules with another comment, so that they are compiled anew and get another digest. */
    private void reload(int edition) throws IOException, InterruptedException {
        String old = digest();
        try (Stream<Path> files = Files.list(rules)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("age.drl")).toList()) {
                Files.writeString(
                        file,
                        "// Edition " + edition + "\n" + Files.readString(file).replaceFirst("// Edition \\d+\n", ""));
            }
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (digest().equals(old)) {
            if (Instant.now().isAfter(end)) {
                tally.fail("the rules of edition " + edition + " are not in use after " + PATIENCE);
                return;
            }
            Thread.sleep(500);
        }
        reloads++;
    }

    private String digest() throws IOException, InterruptedException {
        return Served.json(served.send(served.request("/api/v1/rulebook")))
                .path("digest")
                .stringValue();
    }

    private void loseDatabase() throws IOException, InterruptedException {
        System.out.println(Instant.now() + " the database goes");
        tally.outageBegins();
        database.stop();
        Thread.sleep(GONE.toMillis());
        expect("/actuator/health", 503);
        expect("/actuator/health/liveness", 200);
        database.start();
        served.await("/actuator/health", Duration.ofMinutes(1));
        tally.outageEnds();
        System.out.println(Instant.now() + " the database is back");
    }

    private void expect(String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = served.send(served.request(path));
        if (response.statusCode() != status) {
            tally.fail(path + " says " + response.statusCode() + " without a database");
        }
    }

    /** Everybody who was acknowledged is there, and nobody twice. */
    private void checkKept() throws IOException, InterruptedException {
        String consultant = keys.consultant();
        var kept = tally.kept();
        int found = 0;
        for (var each : kept.entrySet()) {
            JsonNode screening = served.get("/api/v1/screenings/" + each.getKey(), consultant);
            if (screening.path("contact").path("name").asString("").equals(each.getValue())) {
                found++;
            } else {
                tally.fail("acknowledged and not as it was sent: " + each.getKey());
            }
        }
        for (String name : tally.retried()) {
            int times = served.get("/api/v1/screenings?text=" + name, consultant)
                    .path("total")
                    .intValue();
            if (times != 1) {
                tally.fail("somebody sent again is kept " + times + " times");
            }
        }
        JsonNode audit = served.get("/api/v1/audit/verification", keys.admin());
        if (!audit.path("holds").asBoolean()) {
            tally.fail("the audit log was altered: " + audit);
        }
        System.out.printf(
                "acknowledged %d, found %d; sent again %d, none twice%n",
                kept.size(), found, tally.retried().size());
    }

    private void checkMetrics() throws IOException, InterruptedException {
        String text = served.send(served.request("/actuator/prometheus").header("X-API-Key", keys.admin()))
                .body();
        agree(
                text,
                "http_server_requests_seconds_count",
                "uri=\"/api/v1/assessments\"",
                tally.counted("assessment 200"));
        agree(text, "http_server_requests_seconds_count", "status=\"201\"", tally.counted("screening 201"));
        agree(text, "stipple_rulebook_reloads_total", "outcome=\"loaded\"", reloads);
    }

    private void agree(String metrics, String name, String tag, long expected) {
        long told = metrics.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(tag))
                .filter(line -> !line.contains("uri=\"/api/v1/accounts\"") && !line.contains("uri=\"/api/v1/keys\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        System.out.println(name + " " + tag + ": " + told + ", sent " + expected);
        if (told != expected) {
            tally.fail(name + " tells " + told + " instead of " + expected);
        }
    }

    /** Once everything was used for a while, memory stays where it is. */
    private void checkHeap() {
        long first = median(heap.subList(Math.min(2, heap.size() / 3), Math.max(1, heap.size() / 2)));
        long last = median(heap.subList(heap.size() - Math.max(1, heap.size() / 3), heap.size()));
        System.out.println("heap after collection " + first + " MB early, " + last + " MB late");
        if (last > first + ALLOWED_GROWTH) {
            tally.fail("memory grows: " + heap);
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
