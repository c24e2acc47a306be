package dev.stipple.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs every benchmark, or those named by the arguments, and prints one table. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var parts = arguments.length == 0
                ? List.of("flat", "shipped", "reasoner", "growth", "starts", "http")
                : List.of(arguments);
        var rows = new ArrayList<Row>();
        if (parts.contains("flat")) {
            rows.addAll(jmh(FlatBenchmark.class));
            rows.addAll(NodePeers.rows());
        }
        if (parts.contains("shipped")) {
            rows.addAll(jmh(ShippedBenchmark.class));
        }
        if (parts.contains("reasoner")) {
            rows.addAll(jmh(ReasonerBenchmark.class));
            rows.addAll(new Interview().rows());
        }
        if (parts.contains("growth")) {
            rows.addAll(new Growth().rows());
        }
        if (parts.contains("starts")) {
            rows.addAll(new Starts().rows());
        }
        if (parts.contains("http")) {
            rows.addAll(new Http().rows());
        }
        print(rows);
    }

    private static List<Row> jmh(Class<?> benchmark) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(benchmark.getName() + "\\.")
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(3))
                        .jvmArgsAppend("-Xmx3g", "-Dlogback.statusListenerClass=", "-Dlogging.level.root=ERROR")
                        .build())
                .run();
        return results.stream().map(Benchmarks::row).toList();
    }

    private static Row row(RunResult result) {
        String engine = Stream.of("engine", "reasoner")
                .map(result.getParams()::getParam)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        String label = result.getPrimaryResult().getLabel().replaceFirst("^[a-z]_", "");
        double cpu = event(result, "nanos") / event(result, "times") / 1000;
        return new Row(
                (label + " " + engine).strip(),
                result.getPrimaryResult().getStatistics().getMin(),
                "us",
                cpu);
    }

    private static double event(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    private static void print(List<Row> rows) {
        System.out.printf(Locale.ROOT, "%n%-52s %12s %12s%n", "", "best", "cpu");
        rows.forEach(row -> System.out.printf(
                Locale.ROOT, "%-52s %12.2f %12.2f %s%n", row.name(), row.best(), row.cpu(), row.unit()));
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, %d processors, load %.1f%n",
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }
}
