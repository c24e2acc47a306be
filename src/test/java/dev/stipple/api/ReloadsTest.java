package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Rulebook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients see while all rules are saved again and again. The long form is
 * {@code ./mvnw verify -Dtest=ReloadsTest -Dstipple.reloads=200}; {@code -Dstipple.reloads.shipped=true} takes the rules that
 * ship instead of a few.
 */
@Tag("whole")
final class ReloadsTest {
    private static final int RELOADS = Integer.getInteger("stipple.reloads", 10);
    private static final boolean SHIPPED = Boolean.getBoolean("stipple.reloads.shipped");
    private static final Path RULES = Path.of(SHIPPED ? "rules" : "src/test/resources/planted/base");
    private static final String MINOR = SHIPPED
            ? "{\"answers\": {\"candidate\": {\"ageYears\": 12}}}"
            : "{\"answers\": {\"person\": {\"ageYears\": 12, \"smokes\": false}}}";
    private static final Pattern EDITION = Pattern.compile("^Edition ([a-j]+)\\.");
    private static final int CLIENTS = 2;

    @TempDir
    private Path folder;

    @TempDir
    private Path cache;

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Set<String>> editions = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<WeakReference<Rulebook>> replaced = new ArrayList<>();

    @Test
    void everyAnswerIsOfOneRulebookAndTheReplacedOnesGo() throws Exception {
        String kept = System.setProperty("stipple.cache", cache.toString());
        RunningService.copy(RULES, folder);
        save(0);
        try (var service = RunningService.on(folder)) {
            var clients = Executors.newFixedThreadPool(CLIENTS);
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> ask(service));
            }
            reload(service);
            done.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            assertThat(failures).isEmpty();
            assertThat(editions).hasSize(RELOADS + 1);
            assertThat(editions.values()).allSatisfy(seen -> assertThat(seen).hasSize(1));
            assertThat(uncollected()).isEmpty();
        } finally {
            restore(kept);
        }
    }

    private void reload(RunningService service) throws IOException, InterruptedException {
        for (int edition = 1; edition <= RELOADS; edition++) {
            Rulebook old = service.bean(LiveRules.class).assessor().rulebook();
            replaced.add(new WeakReference<>(old));
            save(edition);
            service.rulebook(now -> now.path("lastAttempt").path("faults").size() > 0
                    || !now.path("digest").stringValue().equals(old.digest()));
            if (edition % Math.max(5, RELOADS / 10) == 0) {
                System.out.println(level(edition));
            }
        }
    }

    /** Writes the edition into every reason, and into a comment, so that Drools compiles all rules anew. */
    private void save(int edition) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".drl")).toList()) {
                String text = Files.readString(file);
                String edited = text.replaceAll(
                                "(@because\\(\")(Edition [a-j]+\\. )?", "$1Edition " + letters(edition) + ". ")
                        .replaceAll("(?s)\\A(// Edition \\d+\n)?", "// Edition " + edition + "\n");
                if (text.contains("@because")) {
                    Files.writeString(file, edited);
                }
            }
        }
    }

    /** A number in letters, as texts in two languages have to name the same numbers. */
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + 'a'))
                .collect(Collectors.joining());
    }

    private void ask(RunningService service) {
        while (!done.get()) {
            try {
                var response = service.post("/api/v1/assessments?detail=full", MINOR);
                requests.incrementAndGet();
                if (response.statusCode() != 200) {
                    failures.add(response.statusCode() + " " + response.body());
                    continue;
                }
                JsonNode assessment = JsonMapper.shared().readTree(response.body());
                editions.computeIfAbsent(
                                assessment.path("rulebook").stringValue(), digest -> ConcurrentHashMap.newKeySet())
                        .addAll(editions(assessment));
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
        }
    }

    /** The editions that the texts of an assessment are of. */
    private static Set<String> editions(JsonNode assessment) {
        return Stream.concat(
                        assessment.path("findings").findValuesAsString("reason").stream(),
                        assessment.path("recommendations").findValuesAsString("text").stream())
                .map(EDITION::matcher)
                .map(matcher -> matcher.find() ? matcher.group(1) : "none")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The replaced rulebooks that something still holds on to. */
    private List<Integer> uncollected() throws InterruptedException {
        List<Integer> left = List.of();
        for (int round = 0; round < 20; round++) {
            System.gc();
            Thread.sleep(100);
            left = Stream.iterate(0, index -> index < replaced.size(), index -> index + 1)
                    .filter(index -> replaced.get(index).get() != null)
                    .toList();
            if (left.isEmpty()) {
                return left;
            }
        }
        return left;
    }

    private String level(int edition) {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var meta = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
        return "after %d reloads: %d requests, %d classes loaded, heap %d MB, metaspace %d MB"
                .formatted(
                        edition,
                        requests.get(),
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                        heap.getUsed() >> 20,
                        meta >> 20);
    }

    private static void restore(String kept) {
        if (kept == null) {
            System.clearProperty("stipple.cache");
        } else {
            System.setProperty("stipple.cache", kept);
        }
    }
}
