package dev.stipple.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A line of the table.
 *
 * @param best by the clock, the best of some times
 * @param cpu processor time of the measuring thread on average; not a number where it does not tell
 */
record Row(String name, double best, String unit, double cpu) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Row once(String name, double value, String unit) {
        return new Row(name, value, unit, Double.NaN);
    }

    /** Times something some times, in milliseconds. */
    static Row timed(String name, int times, Work work) throws Exception {
        double[] took = new double[times];
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        double spent = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6 / times;
        return new Row(name, Arrays.stream(took).min().orElseThrow(), "ms", spent);
    }

    /** The percentile of some times, by the clock and of processor time each for itself. */
    static Row percentile(String name, List<Row> times, int percent) {
        return new Row(name, percentile(times, Row::best, percent), "ms", percentile(times, Row::cpu, percent));
    }

    private static double percentile(List<Row> times, ToDoubleFunction<Row> figure, int percent) {
        double[] sorted = times.stream().mapToDouble(figure).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** The same in another unit, of which one millisecond has so many. */
    Row in(String name, String unit, double many) {
        return new Row(name, best * many, unit, cpu * many);
    }

    interface Work {
        void run() throws Exception;
    }
}
