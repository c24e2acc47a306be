package dev.stipple.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class SealNotesTest {
    private static final int AT_ONCE = 8;

    @RepeatedTest(20)
    void theFirstSealIsNotedOnceHoweverManyNoteItAtOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("made/seals");
        var notes = new SealNotes(file);
        var start = new CyclicBarrier(AT_ONCE);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        var noted = new ArrayList<Future<?>>();
        for (int each = 0; each < AT_ONCE; each++) {
            noted.add(pool.submit(() -> {
                start.await();
                notes.note(Instant.EPOCH, new AuditLog.Newest(1, "5ea1"));
                return null;
            }));
        }
        pool.shutdown();
        for (Future<?> each : noted) {
            each.get();
        }

        assertThat(Files.readAllLines(file)).containsExactly("1970-01-01T00:00:00Z 1 5ea1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
