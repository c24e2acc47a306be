package dev.stipple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a process of its own, which can be killed without a chance to put anything in order. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int LINES_REMEMBERED = 40;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the service on any free port and waits until it listens. */
    public static ServiceProcess start(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(Stipple.class.getName(), "--server.port=0"));
        command.addAll(List.of(
                "--stipple.limits.requests-per-minute=100000000",
                "--stipple.limits.key-requests-per-minute=100000000"));
        command.addAll(options);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new ServiceProcess(process, port(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Process process) throws IOException {
        Deque<String> said = new ArrayDeque<>();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                drain(lines);
                return Integer.parseInt(port.group(1));
            }
            said.addLast(line);
            if (said.size() > LINES_REMEMBERED) {
                said.removeFirst();
            }
        }
        throw new AssertionError("the service did not start: " + String.join("\n", said));
    }

    /** Reads on, so that the process never waits for somebody to read what it says. */
    private static void drain(BufferedReader lines) {
        var reading = new Thread(() -> lines.lines().forEach(line -> {}));
        reading.setDaemon(true);
        reading.start();
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
