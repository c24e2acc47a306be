package dev.stipple.bench;

import java.io.File;
import java.io.IOException;
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
        String folder = Files.createTempDirectory("cache").toString();
        String tests = System.getProperty("java.class.path");
        rows.add(processes("an empty main", TIMES, () -> java("-cp", tests, Empty.class.getName())));
        rows.add(processes(
                "an empty main in the same jar and one Drools build",
                TIMES,
                () -> java(
                        "-cp",
                        JAR,
                        "-Dloader.path=target/test-classes",
                        "-Dloader.main=" + OneBuild.class.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher")));
        rows.add(processes("assess, rules not compiled before", 1, () -> assess(folder)));
        rows.add(processes("assess", TIMES, () -> assess(folder)));
        rows.add(processes("check", TIMES, () -> java("-Dstipple.cache=" + folder, "-jar", JAR, "check")));
        rows.add(processes("test", TIMES, () -> java("-Dstipple.cache=" + folder, "-jar", JAR, "test")));
        return rows;
    }

    private static Row processes(String name, int times, Row.Work work) throws Exception {
        return Row.timed(name, times, work).elsewhere();
    }

    private static void assess(String cache) throws IOException, InterruptedException {
        java("-Dstipple.cache=" + cache, "-jar", JAR, "assess", PERSON);
    }

    static void java(String... arguments) throws IOException, InterruptedException {
        File out = Files.createTempFile("bench", ".out").toFile();
        int code = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + ": " + Files.readString(out.toPath()));
        }
        Files.delete(out.toPath());
    }

    static List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java), Stream.of(arguments)).toList();
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
