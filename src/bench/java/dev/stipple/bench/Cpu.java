package dev.stipple.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToIntFunction;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts the processor time of the measuring thread, which other programs on the machine disturb less than the clock. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public long nanos;
    public long times;

    /** Does the work for each of these, one after the other. */
    <T> int each(List<T> all, ToIntFunction<T> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        int sum = 0;
        for (T one : all) {
            sum += work.applyAsInt(one);
        }
        nanos += THREADS.getCurrentThreadCpuTime() - start;
        times += all.size();
        return sum;
    }
}
