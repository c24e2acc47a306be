package dev.stipple.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.ServiceProcess;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.screening.kept.Reference;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the service, as {@code kill -9} does, while four clients hand in screenings over HTTP, and looks for every one
 * that was acknowledged. {@code -Dstipple.writes=10000} makes it the long test, on PostgreSQL too, in which the service
 * is then started again and asked for every one over HTTP.
 */
@Tag("whole")
class KillTest {
    private static final int WRITES = Integer.getInteger("stipple.writes", 200);
    private static final boolean LONG = WRITES >= 10_000;
    private static final int CLIENTS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingAcknowledgedIsLostOnH2() throws Exception {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("stipple") + H2.MODE);
        source.setUser("sa");

        assertNothingLost(source, source.getURL(), "sa");
    }

    @Test
    @EnabledIfSystemProperty(named = "stipple.writes", matches = "[0-9]+")
    void nothingAcknowledgedIsLostOnPostgres() throws Exception {
        var source = new PGSimpleDataSource();
        source.setUrl(Databases.postgresUrl());
        source.setUser("postgres");

        assertNothingLost(source, source.getUrl(), "postgres");
    }

    private void assertNothingLost(DataSource source, String url, String user) throws Exception {
        var before = new Desk(source);
        String key = new ApiKeys(before.database, before.audit, InstantSource.system())
                .create("website", Role.CONSULTANT, "test");
        List<String> options = List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--stipple.key=" + Kept.MASTER_KEY);

        try (var service = ServiceProcess.start(options)) {
            handIn(service, key);
        }
        if (LONG) {
            try (var again = ServiceProcess.start(options)) {
                assertEquals(acknowledged.size(), found(again, key));
            }
        }

        var after = new Desk(source);
        int read = (int) acknowledged.values().stream()
                .filter(each -> readable(after, each))
                .count();
        System.out.println(
                url.replaceFirst(":[^:]*$", "") + ": acknowledged " + acknowledged.size() + ", found " + read);
        assertEquals(acknowledged.size(), read);
        assertTrue(acknowledged.size() >= WRITES);
        assertTrue(after.audit.verify().holds());
    }

    /** Hands in screenings from all clients at once until enough are acknowledged, and kills the service in between. */
    private void handIn(ServiceProcess service, String key) throws Exception {
        String body = "{\"consent\": \"2026-01\", \"contact\": {\"name\": \"Marie Dupont\"}, \"answers\": "
                + Files.readString(Path.of("examples", "man-recent-transplant.answers.json")) + "}";
        var sent = new AtomicInteger();
        var killed = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int each = 0; each < CLIENTS; each++) {
            clients.execute(() -> {
                while (!killed.get()) {
                    handIn(service, key, body, "write-" + sent.incrementAndGet(), killed);
                }
            });
        }
        while (acknowledged.size() < WRITES && !killed.get()) {
            Thread.sleep(1);
        }
        service.kill();
        clients.shutdown();
        assertTrue(clients.awaitTermination(1, TimeUnit.MINUTES));
    }

    /** Hands in one, and notes its reference once it is acknowledged. */
    private void handIn(ServiceProcess service, String key, String body, String retry, AtomicBoolean killed) {
        try {
            var request = HttpRequest.newBuilder(service.address("/api/v1/screenings"))
                    .header("X-API-Key", key)
                    .header("Idempotency-Key", retry)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body));
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new AssertionError("answered with " + response.statusCode());
            }
            acknowledged.put(
                    retry,
                    JsonMapper.shared()
                            .readTree(response.body())
                            .path("reference")
                            .asString());
        } catch (IOException | InterruptedException e) {
            killed.set(true);
        }
    }

    /** How many of those acknowledged the service gives back whole. */
    private int found(ServiceProcess service, String key) throws IOException, InterruptedException {
        int found = 0;
        for (String reference : acknowledged.values()) {
            var request = HttpRequest.newBuilder(service.address("/api/v1/screenings/" + reference))
                    .header("X-API-Key", key);
            String body = client.send(request.build(), BodyHandlers.ofString()).body();
            found += body.contains("Marie Dupont") && body.contains("monthsAgo") ? 1 : 0;
        }
        return found;
    }

    private static boolean readable(Desk desk, String reference) {
        return Reference.of(reference)
                .map(each -> desk.screenings.find(each, "test"))
                .filter(each -> "Marie Dupont".equals(each.contact().name()))
                .filter(each -> each.current().answers().contains("monthsAgo"))
                .isPresent();
    }
}
