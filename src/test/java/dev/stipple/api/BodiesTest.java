package dev.stipple.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies drawn by chance, right and wrong, from two clients at once: every answer is one of the contract, none is a failure
 * of the service, and none tells what another body said. {@code -Dstipple.bodies=100000} makes it the long test, {@code
 * -Dstipple.seed} repeats one.
 */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BodiesTest {
    private static final int BODIES = Integer.getInteger("stipple.bodies", 1000);
    private static final int CLIENTS = 2;
    private static final Pattern MARKER = Pattern.compile("Qzz[0-9a-z]+");

    @LocalServerPort
    private int port;

    private final String key;
    private final Set<String> markers = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> answered = new ConcurrentSkipListMap<>();

    @Autowired
    BodiesTest(ApiKeys keys) {
        key = keys.create("bodies" + UUID.randomUUID(), Role.CONSULTANT, "test");
    }

    @Test
    void everyAnswerIsOfTheContractAndTellsOfNobodyElse() throws Exception {
        long seed = Long.getLong("stipple.seed", System.nanoTime());
        System.out.println("bodies over HTTP: seed " + seed);
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var ends = new ArrayList<Future<?>>();
        for (int client = 0; client < CLIENTS; client++) {
            long own = seed + client;
            ends.add(clients.submit((Callable<Void>) () -> send(own)));
        }
        clients.shutdown();
        for (Future<?> end : ends) {
            end.get();
        }

        System.out.println(new TreeMap<>(answered));
        assertTrue(answered.keySet().stream().anyMatch(each -> each.endsWith(" 200")));
        assertTrue(answered.keySet().stream().anyMatch(each -> each.endsWith(" 201")));
        assertTrue(answered.keySet().stream().anyMatch(each -> each.endsWith(" 400")));
        assertTrue(answered.keySet().stream().anyMatch(each -> each.endsWith(" 422")));
    }

    private Void send(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var bodies = new MarkedBodies(Shipped.rulebook().questionnaire(), random);
        for (int i = 0; i < BODIES / CLIENTS; i++) {
            // Far from each other, so that damage does not make one into another.
            String marker = "Qzz" + Long.toUnsignedString(new Random(31 * seed + i).nextLong(), 36);
            markers.add(marker);
            MarkedBodies.Sent sent = bodies.next(marker);
            HttpResponse<String> response = exchange(sent);

            String what = sent.path() + " " + response.statusCode();
            answered.merge(what, 1, Integer::sum);
            assertTrue(response.statusCode() < 500, () -> "seed " + seed + ": " + what + " on " + sent.body());
            assertOwn(marker, response.body());
            if (response.statusCode() == 201 && sent.body().contains(marker)) {
                assertKept(marker, response.body());
            }
        }
        return null;
    }

    private HttpResponse<String> exchange(MarkedBodies.Sent sent) throws IOException, InterruptedException {
        return new Running(port).send("POST", sent.path(), key, sent.type(), sent.body());
    }

    private void assertKept(String marker, String body) throws IOException, InterruptedException {
        String reference = JsonMapper.shared().readTree(body).path("reference").stringValue();
        String kept = new Running(port)
                .send("GET", "/api/v1/screenings/" + reference, key, "application/json", "")
                .body();
        assertOwn(marker, kept);
        assertTrue(kept.contains(marker), kept);
    }

    /** A body may have been damaged in the middle of its own word, so only words of others count. */
    private void assertOwn(String marker, String answer) {
        MARKER.matcher(answer)
                .results()
                .filter(found -> markers.contains(found.group()))
                .forEach(found -> assertEquals(marker, found.group()));
    }
}
