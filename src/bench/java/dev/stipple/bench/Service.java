package dev.stipple.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, started until it answers; to be closed. */
final class Service implements AutoCloseable {
    private static final long MOST_SECONDS = 180;

    final URI address;
    final double startMillis;
    private final Process process;

    private Service(int port, String... command) throws IOException, InterruptedException {
        File log = Files.createTempFile("service", ".log").toFile();
        long start = System.nanoTime();
        address = URI.create("http://127.0.0.1:" + port + "/api/v1/assessments");
        process = new ProcessBuilder(Starts.command(command))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
                close();
                throw new IllegalStateException("does not answer: " + Files.readString(log.toPath()));
            }
            Thread.sleep(20);
        }
        startMillis = (System.nanoTime() - start) / 1e6;
    }

    static Service stipple(int port) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stipple");
        return new Service(
                port,
                "-Xmx1g",
                "-jar",
                Starts.JAR,
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:bench;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "--stipple.data=" + folder.toAbsolutePath(),
                "--stipple.limits.requests-per-minute=1000000000");
    }

    static Service echo(int port) throws IOException, InterruptedException {
        return new Service(
                port,
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Echo.class.getName(),
                "--server.port=" + port,
                "--spring.config.location=optional:classpath:none.yaml");
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"answers\":{}}"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
