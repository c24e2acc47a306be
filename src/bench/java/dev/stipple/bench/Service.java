package dev.stipple.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, started until it answers; to be closed. */
final class Service implements AutoCloseable {
    private static final long MOST_SECONDS = 180;

    final URI address;
    final double startMillis;
    final double startCpuMillis;
    private final Process process;

    private Service(int port, Path java, List<String> command) throws IOException, InterruptedException {
        File log = Files.createTempFile("service", ".log").toFile();
        long start = System.nanoTime();
        address = URI.create("http://127.0.0.1:" + port + "/api/v1/assessments");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("JAVA_HOME", java.toString());
        process = builder.start();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
                close();
                throw new IllegalStateException("does not answer: " + Files.readString(log.toPath()));
            }
            Thread.sleep(20);
        }
        startMillis = (System.nanoTime() - start) / 1e6;
        startCpuMillis = process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    /** By the launcher, with the options of Java that it gives. */
    static Service stipple(int port, Path java) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stipple");
        return new Service(
                port,
                java,
                List.of(
                        "./stipple",
                        "serve",
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:bench;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                        "--stipple.data=" + folder.toAbsolutePath(),
                        "--stipple.limits.requests-per-minute=1000000000"));
    }

    static Service echo(int port) throws IOException, InterruptedException {
        return new Service(
                port,
                Java.current(),
                List.of(
                        Java.current().resolve("bin/java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Echo.class.getName(),
                        "--server.port=" + port,
                        "--spring.config.location=optional:classpath:none.yaml"));
    }

    /** What of the process is in memory, in MiB. */
    double resident() throws IOException {
        String kilobytes = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
        return Integer.parseInt(kilobytes) / 1024.0;
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
