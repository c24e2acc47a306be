package dev.stipple.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("whole")
class FullHeapTest {
    /** Holds as many megabytes as it is told, lets go of them if told, and exits with {@link #FULL} where the heap is full. */
    static final class Holder {
        /** Of a megabyte; smaller than what a collector gives a place of its own. */
        private static final int BLOCKS = 16;

        private static final int FULL = 7;

        private Holder() {}

        public static void main(String[] arguments) {
            List<byte[]> held = new ArrayList<>();
            int megabytes = Integer.parseInt(arguments[0]);
            while (held.size() < megabytes * BLOCKS) {
                held.add(new byte[(1 << 20) / BLOCKS]);
            }
            System.gc();
            if (Boolean.parseBoolean(arguments[1])) {
                held.clear();
            }
            System.exit(FullHeap.isNear() && held.size() < Integer.MAX_VALUE ? FULL : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC"})
    void whatACollectionCannotFreeFillsTheHeap(String collector) throws Exception {
        assertThat(filled(collector, 8, false)).isZero();
        assertThat(filled(collector, 235, false)).isEqualTo(Holder.FULL);
        assertThat(filled(collector, 235, true)).as("let go of since").isZero();
    }

    private static int filled(String collector, int megabytes, boolean letGo) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        collector,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        Integer.toString(megabytes),
                        Boolean.toString(letGo))
                .inheritIO()
                .start()
                .waitFor();
    }
}
