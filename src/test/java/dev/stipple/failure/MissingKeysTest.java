package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.store.Database;
import dev.stipple.store.renewal.KeyRenewal;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody writes to the database that keys are in use that are not there any more. */
@Tag("whole")
class MissingKeysTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingIsKeptUntilOtherKeysHaveTakenOverAndThatIsSaid() throws Exception {
        try (var service = RunningService.on(Shipped.FOLDER, "--stipple.key=", "--stipple.data=" + folder)) {
            var work = new AtWork(service);
            assertThat(work.keep("before").statusCode()).isEqualTo(201);

            service.bean(Database.class)
                    .sql()
                    .sql("update key_state set generation = 'gone'")
                    .update();

            var refused = work.keep("meanwhile");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body())
                    .contains("the keys that it needs are not there")
                    .doesNotContain(folder.toString(), "Exception");

            service.bean(KeyRenewal.class).run();

            assertThat(work.keep("meanwhile").statusCode()).isEqualTo(201);
        }
    }
}
