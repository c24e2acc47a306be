package dev.stipple.soak;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that hand in the people under {@code examples/}, and send again until they are told that somebody is kept. */
final class People {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TABLE = 5;

    private final Served served;
    private final Tally tally;
    private final Keys keys;
    private final List<String> answers;
    private final List<String> verdicts;
    private final AtomicInteger next = new AtomicInteger();

    People(Served served, Tally tally, Keys keys) throws IOException {
        this.served = served;
        this.tally = tally;
        this.keys = keys;
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            List<Path> stories = files.filter(file -> file.toString().endsWith(".answers.json"))
                    .sorted()
                    .toList();
            this.answers = stories.stream().map(People::compact).toList();
            this.verdicts = stories.stream()
                    .map(file -> Path.of(file.toString().replace(".answers.", ".assessment.")))
                    .map(file -> JSON.readTree(file.toFile()).path("verdict").stringValue())
                    .toList();
        }
    }

    private static String compact(Path file) {
        return JSON.readTree(file.toFile()).toString();
    }

    private int one() {
        return Math.floorMod(next.getAndIncrement(), answers.size());
    }

    private static String name() {
        return "Q" + UUID.randomUUID().toString().replace("-", "").substring(0, 11);
    }

    /** Asks for an assessment, which needs no database: it is answered whatever else goes. */
    void assess() throws IOException, InterruptedException {
        int person = one();
        HttpResponse<String> response = served.send(served.request("/api/v1/assessments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answers\": " + answers.get(person) + "}")));
        tally.count("assessment " + response.statusCode());
        String verdict =
                JSON.readTree(response.body()).path("verdict").asString("no verdict, " + response.statusCode());
        if (!verdict.equals(verdicts.get(person))) {
            tally.fail("an assessment came to " + verdict + " instead of " + verdicts.get(person));
        }
    }

    void keep() throws IOException, InterruptedException {
        String name = name();
        String body = "{\"answers\": %s, \"consent\": \"2026-01\", \"contact\": {\"name\": \"%s\"}}"
                .formatted(answers.get(one()), name);
        sendUntilKept("screening", "/api/v1/screenings", "application/json", body, keys.intake())
                .ifPresent(
                        kept -> tally.acknowledged(kept.json().path("reference").stringValue(), name, kept.retried()));
    }

    void importThem() throws IOException, InterruptedException {
        List<String> names = Stream.generate(People::name).limit(TABLE).toList();
        String lines = names.stream()
                .map(name -> "{\"id\": \"%s\", \"consent\": \"2026-01\", \"name\": \"%s\", \"answers\": %s}"
                        .formatted(name, name, answers.get(one())))
                .collect(Collectors.joining("\n"));
        sendUntilKept("import", "/api/v1/screenings/import", "application/x-ndjson", lines, keys.consultant())
                .ifPresent(kept -> imported(kept, names));
    }

    private void imported(Kept kept, List<String> names) {
        JsonNode lines = kept.json().path("kept");
        if (lines.size() != names.size()) {
            tally.fail("an import kept " + lines.size() + " of " + names.size());
        }
        IntStream.range(0, lines.size())
                .forEach(i -> tally.acknowledged(
                        lines.path(i).path("reference").stringValue(), names.get(i), kept.retried()));
    }

    private record Kept(JsonNode json, boolean retried) {}

    private Optional<Kept> sendUntilKept(String what, String path, String type, String body, String key)
            throws IOException, InterruptedException {
        String retry = UUID.randomUUID().toString();
        for (int tries = 0; tries < 300; tries++) {
            Instant begun = Instant.now();
            HttpResponse<String> response = served.send(served.request(path)
                    .header("X-API-Key", key)
                    .header("Idempotency-Key", retry)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
            if (tally.answered(what, response.statusCode(), begun)) {
                return Optional.of(new Kept(Served.json(response), tries > 0));
            }
            if (response.statusCode() != 503) {
                return Optional.empty();
            }
            if (response.headers().firstValue("Retry-After").isEmpty()) {
                tally.fail(what + " was refused without Retry-After: " + response.body());
            }
            Thread.sleep(1000);
        }
        tally.fail("nobody was kept in 300 tries");
        return Optional.empty();
    }
}
