package dev.stipple.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.text.RulesFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a key takes to be judged in the largest files of the shipped rules, from client to client. */
@Tag("timed")
class TypingTest {
    private static final int KEYS = Integer.getInteger("stipple.keys", 60);

    @TempDir
    private Path folder;

    @Test
    void halfOfAllKeysTakeLessThanAThirdOfASecondOfTheProcessor() throws Exception {
        RulesFolder shipped = RulesFolder.read(Shipped.FOLDER);
        Small.write(shipped, folder);
        String largest = shipped.names(RulesFolder.RULES).stream()
                .filter(file -> !file.equals("facts.drl"))
                .max(Comparator.comparingInt(file -> shipped.text(file).length()))
                .orElseThrow();
        try (Editor editor = Editor.open(folder)) {
            for (String file :
                    List.of(largest, "expectations.scenarios.yaml", "expectations.fr.yaml", "questionnaire.yaml")) {
                assertThat(median(editor, file)).as(file).isLessThan(300);
            }
        }
    }

    /** Half of all keys take fewer milliseconds of processor until what they mean is told; the clock and others are printed. */
    private static double median(Editor editor, String file) {
        editor.show(file);
        String sound = editor.saved(file);
        int half = sound.indexOf('\n', sound.length() / 2) + 1;
        String faulty = sound.substring(0, half) + "@ " + sound.substring(half);
        double[] took = new double[KEYS];
        double[] worked = new double[KEYS];
        for (int key = -10; key < KEYS; key++) {
            boolean mends = key % 2 != 0;
            long start = System.nanoTime();
            long before = processor();
            editor.type(file, mends ? sound : faulty);
            editor.faults(file, list -> list.isEmpty() == mends);
            if (key >= 0) {
                took[key] = (System.nanoTime() - start) / 1e6;
                worked[key] = (processor() - before) / 1e6;
            }
        }
        Arrays.sort(took);
        Arrays.sort(worked);
        int last = (int) Math.ceil(KEYS * 0.95) - 1;
        System.out.printf(
                "%s: %d keys, median and 95th percentile %.0f and %.0f ms, of processor %.0f and %.0f ms%n",
                file, KEYS, took[KEYS / 2], took[last], worked[KEYS / 2], worked[last]);
        return worked[KEYS / 2];
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
