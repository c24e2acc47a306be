package dev.stipple.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long processes take from nothing to their first answer. */
final class Starts {
    static final String JAR = "target/stipple.jar";
    private static final String PERSON = "examples/man-recent-transplant.answers.json";
    private static final int TIMES = 5;

    List<Row> rows() throws Exception {
        var rows = new ArrayList<Row>();
        String tests = System.getProperty("java.class.path");
        rows.add(processes("an empty main", TIMES, Java.current(), java("-cp", tests, Empty.class.getName())));
        rows.add(processes(
                "an empty main in the same jar and one Drools build",
                TIMES,
                Java.current(),
                java(
                        "-cp",
                        JAR,
                        "-Dloader.path=target/test-classes",
                        "-Dloader.main=" + OneBuild.class.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher")));
        for (Path java : Java.all()) {
            rows.addAll(launched(java));
        }
        return rows;
    }

    private static List<Row> launched(Path java) throws Exception {
        var rows = new ArrayList<Row>();
        String name = ", " + Java.name(java);
        String cache = "-Dstipple.cache=" + Files.createTempDirectory("cache");
        rows.add(processes(
                "assess from the jar, rules not compiled before" + name, 1, java, jar(java, cache, "assess", PERSON)));
        rows.add(processes("assess from the jar" + name, TIMES, java, jar(java, cache, "assess", PERSON)));
        processes("", 1, java, List.of("./stipple", "warm"));
        rows.add(processes("assess" + name, TIMES, java, List.of("./stipple", "assess", PERSON)));
        rows.add(processes("check" + name, TIMES, java, List.of("./stipple", "check")));
        rows.add(processes("test" + name, TIMES, java, List.of("./stipple", "test")));
        return rows;
    }

    private static List<String> java(String... arguments) {
        return Stream.concat(Stream.of(Java.current().resolve("bin/java").toString()), Stream.of(arguments))
                .toList();
    }

    private static List<String> jar(Path java, String... arguments) {
        return Stream.concat(
                        Stream.of(java.resolve("bin/java").toString(), arguments[0], "-jar", JAR),
                        Stream.of(arguments).skip(1))
                .toList();
    }

    /** Runs a command some times: the best by the clock, and processor time of the process on average. */
    private static Row processes(String name, int times, Path java, List<String> command) throws Exception {
        double best = Double.POSITIVE_INFINITY;
        double cpu = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            cpu += cpuMillis(java, command) / times;
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return new Row(name, best, "ms", cpu);
    }

    /** The shell tells the processor time of what it ran. */
    private static double cpuMillis(Path java, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("bench", ".out");
        var timed = List.of("bash", "-c", "TIMEFORMAT='%U %S'; { time \"$@\" > \"$0\" 2>&1; } 2>&1", out.toString());
        var builder = new ProcessBuilder(
                Stream.concat(timed.stream(), command.stream()).toList());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(out));
        }
        Files.delete(out);
        String[] seconds = said.split(" ");
        return (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1])) * 1000;
    }

    /** Does nothing. */
    public static final class Empty {
        public static void main(String[] arguments) {}
    }

    /** Has Drools compile one rule. */
    public static final class OneBuild {
        public static void main(String[] arguments) {
            BareDrools.base("package flat\nrule \"one\" when String() then end\n");
        }
    }
}
