package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.ServiceProcess;
import dev.stipple.Shipped;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Reference;
import dev.stipple.soak.RestartedDatabase;
import dev.stipple.store.audit.AuditLog;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service of a later version brings the tables up to date while one of this version is at work on them. */
@Tag("whole")
final class TwoVersionsTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    private Path folder;

    @Test
    void bothWorkAndTheOlderOneStartsAgain() throws Exception {
        try (var database = new RestartedDatabase(folder.resolve("postgres").toAbsolutePath())) {
            var written = new ConcurrentLinkedQueue<String>();
            try (var older = service(database)) {
                var work = new AtWork(older);
                written.add(work.kept());
                var done = new AtomicBoolean();
                var writing = CompletableFuture.runAsync(() -> write(work, written, done));

                try (var newer = ServiceProcess.startWith(
                        later(), List.of("--spring.datasource.url=" + database.url(), "--stipple.key=" + KEY))) {
                    int before = written.size();
                    AtWork.await("writing on the new tables", () -> written.size() > before + 5 || writing.isDone());
                    done.set(true);
                    writing.join();

                    assertThat(readElsewhere(newer, work, written.peek())).isEqualTo(200);
                }
                assertThat(older.bean(AuditLog.class).verify().holds()).isTrue();
            }

            try (var again = service(database)) {
                assertThat(written)
                        .allSatisfy(each -> assertThat(again.bean(Screenings.class)
                                        .find(Reference.of(each).orElseThrow(), "test"))
                                .isNotNull());
                assertThat(again.get("/actuator/health").statusCode()).isEqualTo(200);
            }
        }
    }

    private static RunningService service(RestartedDatabase database) {
        return RunningService.on(Shipped.FOLDER, "--spring.datasource.url=" + database.url(), "--stipple.key=" + KEY);
    }

    /** The tables of a later version, which takes a while to make. */
    private Path later() throws IOException {
        Path schema = Files.createDirectories(folder.resolve("later/dev/stipple/store/schema"));
        Files.writeString(
                schema.resolve("V9000__later.sql"),
                "alter table screening add column later varchar(10);\nselect pg_sleep(2);\n");
        return folder.resolve("later");
    }

    /** Hands in one after the other and reads each, until done; what is refused for a moment is sent again. */
    private static void write(AtWork work, Queue<String> written, AtomicBoolean done) {
        while (!done.get()) {
            String retry = UUID.randomUUID().toString();
            AtWork.await("kept", () -> {
                var response = work.keep(retry);
                assertThat(response.statusCode()).as(response.body()).isIn(200, 201, 503);
                if (response.statusCode() != 503) {
                    written.add(AtWork.reference(response));
                }
                return response.statusCode() != 503;
            });
            assertThat(work.read(written.peek()).statusCode()).isIn(200, 503);
        }
    }

    private static int readElsewhere(ServiceProcess service, AtWork work, String reference) throws Exception {
        var request = HttpRequest.newBuilder(service.address("/api/v1/screenings/" + reference))
                .header("X-API-Key", work.key());
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
