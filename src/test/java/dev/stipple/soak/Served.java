package dev.stipple.soak;

import dev.stipple.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar that ships, served by a process of its own. */
final class Served implements AutoCloseable {
    private static final Pattern FIRST_PASSWORD = Pattern.compile("as admin with the password (\\S+) ;");
    private static final String PASSWORD = "a-long-enough-password";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final int port = FreePort.next();
    private final int managementPort = FreePort.next();
    private final Process process;
    private final Path log;

    private Served(Path folder, String database, Path rules) throws IOException {
        this.log = folder.resolve("service.log");
        this.process = new ProcessBuilder(command(folder, database, rules))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    static Served start(Path folder, String database, Path rules) throws IOException, InterruptedException {
        var served = new Served(folder, database, rules);
        served.await("/actuator/health/readiness", Duration.ofMinutes(15));
        return served;
    }

    private List<String> command(Path folder, String database, Path rules) throws IOException {
        Path jar = Files.copy(Path.of("target/stipple.jar"), folder.resolve("stipple.jar"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-Dstipple.cache=" + folder.resolve("cache")));
        command.addAll(List.of("-jar", jar.toString(), "serve", "--server.port=" + port));
        command.add("--management.server.port=" + managementPort);
        command.addAll(List.of("--spring.datasource.url=" + database, "--stipple.rules=" + rules));
        command.add("--stipple.data=" + folder);
        command.add("--stipple.key=" + Base64.getEncoder().encodeToString(new byte[32]));
        command.add("--stipple.limits.requests-per-minute=1000000");
        command.add("--stipple.limits.forms-per-hour=1000000");
        command.add("--stipple.limits.key-requests-per-minute=1000000");
        return command;
    }

    int port() {
        return port;
    }

    /** Chooses a password for the first account, and makes the keys. */
    Keys keys() throws IOException, InterruptedException {
        String admin = basic("admin", chosen("admin", firstPassword()));
        return new Keys(key(admin, "intake"), key(admin, "consultant"), key(admin, "admin"));
    }

    private String key(String authorization, String role) throws IOException, InterruptedException {
        return json(send(request("/api/v1/keys")
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"name\": \"%s-program\", \"role\": \"%s\"}".formatted(role, role)))))
                .path("secret")
                .stringValue();
    }

    /** Makes an account that may read screenings, with this name. */
    String consultant(String name, String adminKey) throws IOException, InterruptedException {
        var request = request("/api/v1/accounts")
                .header("X-API-Key", adminKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"%s\", \"role\": \"consultant\"}".formatted(name)));
        return chosen(name, json(send(request)).path("secret").stringValue());
    }

    private String firstPassword() throws IOException {
        Matcher password = FIRST_PASSWORD.matcher(Files.readString(log));
        if (!password.find()) {
            throw new IllegalStateException("no first password in " + log);
        }
        return password.group(1);
    }

    private String chosen(String name, String present) throws IOException, InterruptedException {
        send(request("/api/v1/account/password")
                .header("Authorization", basic(name, present))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"present\": \"%s\", \"chosen\": \"%s\"}".formatted(present, PASSWORD))));
        return PASSWORD;
    }

    private static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    HttpRequest.Builder request(String path) {
        int asked = path.startsWith("/actuator") ? managementPort : port;
        return HttpRequest.newBuilder(URI.create("http://localhost:" + asked + path))
                .timeout(Duration.ofMinutes(3));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode get(String path, String key) throws IOException, InterruptedException {
        return json(send(request(path).header("X-API-Key", key)));
    }

    static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response + " " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /** Waits until this address answers with 200. */
    void await(String path, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!answers(path)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException(path + " does not answer, see " + log);
            }
            Thread.sleep(500);
        }
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return send(request(path)).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Megabytes in use once everything that can be collected is. */
    long heap(String adminKey) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(1, TimeUnit.MINUTES);
        JsonNode used = get("/actuator/metrics/jvm.memory.used?tag=area:heap", adminKey);
        return used.path("measurements").path(0).path("value").longValue() >> 20;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
