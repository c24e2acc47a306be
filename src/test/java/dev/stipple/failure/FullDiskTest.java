package dev.stipple.failure;

import static dev.stipple.failure.AtWork.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.H2;
import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.store.audit.AuditLog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the H2 file is full, and has room again. */
@Tag("whole")
@NullUnmarked
final class FullDiskTest {
    @TempDir
    private Path folder;

    @AfterEach
    void makeRoom() {
        FullDisk.full(false);
    }

    @Test
    void nothingIsKeptUntilThereIsRoomAndNothingKeptIsLost() {
        FilePath.register(new FullDisk());
        String url = "jdbc:h2:disk:" + folder.resolve("stipple").toAbsolutePath() + H2.MODE;
        try (var service = RunningService.on(Shipped.FOLDER, "--spring.datasource.url=" + url)) {
            var work = new AtWork(service);
            List<String> kept = Stream.generate(work::kept).limit(20).parallel().toList();
            var candidate = work.candidate();
            String page = candidate.path();

            FullDisk.full(true);
            for (int i = 0; i < 5; i++) {
                assertRefused(work.keep("no room " + i));
                work.assertAssesses();
            }
            assertRefused(candidate.open(page));

            FullDisk.full(false);
            AtWork.await("room", () -> work.keep("no room 0").statusCode() == 201);
            work.awaitHealth();
            assertThat(candidate.open(page).status()).isEqualTo(200);
            assertThat(kept)
                    .allSatisfy(each -> assertThat(work.read(each).statusCode()).isEqualTo(200));
            assertThat(service.bean(AuditLog.class).verify().holds()).isTrue();
        }
    }
}
