package dev.stipple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a rules folder of its own, as a client on the network meets it. */
public final class RunningService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on any free port, with options such as {@code --stipple.intake.most=5}. */
    public static RunningService on(Path rules, String... options) {
        return with(Service.class, rules, options);
    }

    /** Starts it with the beans of one more class. */
    public static RunningService with(Class<?> more, Path rules, String... options) {
        var all = new ArrayList<>(List.of(options));
        all.add("--stipple.rules=" + rules);
        if (all.stream().noneMatch(option -> option.startsWith("--server.port="))) {
            all.add("--server.port=0");
        }
        return new RunningService(new SpringApplicationBuilder(Service.class, more).run(all.toArray(String[]::new)));
    }

    /** Copies a rules folder, so that it can be changed. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    public JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** Waits for the first state of the rulebook that is wanted. */
    public JsonNode rulebook(Predicate<JsonNode> wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode rulebook = json("/api/v1/rulebook");
        while (!wanted.test(rulebook)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("still " + rulebook);
            }
            Thread.sleep(20);
            rulebook = json("/api/v1/rulebook");
        }
        return rulebook;
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Where health and metrics are. */
    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public HttpRequest.Builder request(String path) {
        int port = path.startsWith("/actuator") ? managementPort() : port();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
