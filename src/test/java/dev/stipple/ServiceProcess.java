package dev.stipple;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service in a process of its own, which can be killed without a chance to put anything in order. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final int port;

    private ServiceProcess(Process process) throws IOException {
        this.process = process;
        this.port = awaitPort();
    }

    /** Starts the service on any free port and waits until it listens. */
    public static ServiceProcess start(List<String> options) {
        return start(classPath(), options);
    }

    /** Starts the service without what tests configure. */
    public static ServiceProcess startAsShipped(List<String> options) {
        return start(shippedClassPath(), options);
    }

    /** The product and its libraries, without what tests configure. */
    public static String shippedClassPath() {
        return Stream.of(classPath().split(File.pathSeparator))
                .filter(each -> each.endsWith(".jar")
                        || Files.exists(Path.of(each, "application.yaml"))
                        || Files.exists(Path.of(each, "dev/stipple/Stipple.class")))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts the service with a folder that holds what a later version adds. */
    public static ServiceProcess startWith(Path added, List<String> options) {
        return start(classPathWith(added), options);
    }

    /** The class path of a program to which a folder adds files. */
    static String classPathWith(Path added) {
        return added + File.pathSeparator + classPath();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static ServiceProcess start(String classPath, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        // It lives for a minute, not long enough for the second compiler.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", classPath));
        command.addAll(List.of(Stipple.class.getName(), "--server.port=0", "--management.server.port=0"));
        command.addAll(List.of(
                "--stipple.limits.forms-per-hour=100000000",
                "--stipple.limits.requests-per-minute=100000000",
                "--stipple.limits.key-requests-per-minute=100000000"));
        command.addAll(options);
        try {
            return new ServiceProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int awaitPort() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            Matcher found = PORT.matcher(line);
            if (found.find()) {
                var reading = new Thread(() -> lines.lines().forEach(said::add));
                reading.setDaemon(true);
                reading.start();
                return Integer.parseInt(found.group(1));
            }
        }
        throw new AssertionError("the service did not start: " + String.join("\n", said));
    }

    /** Every line that it has printed so far. */
    public List<String> said() {
        return List.copyOf(said);
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
