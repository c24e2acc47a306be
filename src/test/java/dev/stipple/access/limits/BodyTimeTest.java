package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body has a time in total, however fast it comes. */
@Tag("whole")
final class BodyTimeTest {
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final int LENGTH = 240_000;

    /** Sent is all of it, at forty times the least rate, and no pause is as long as what is waited for anything. */
    @Test
    @Timeout(180)
    void aBodyThatComesFastButTakesTooLongIsNotWaitedFor() throws Exception {
        assertThat(MOST).as("before the least rate counts").isLessThan(PacedInput.GRACE);
        try (var service = RunningService.on(
                        Path.of("src/test/resources/planted/base"),
                        "--stipple.limits.body-time=" + MOST.toSeconds() + "s");
                var client = new RawClient("127.0.0.1", service.port())) {
            client.begin("/api/v1/assessments", "application/json", LENGTH);
            int sent = 0;
            while (sent < LENGTH && client.send(" ".repeat(4_000))) {
                sent += 4_000;
                Thread.sleep(100);
            }

            assertThat(RawClient.status(client.line())).isEqualTo(408);
        }
    }
}
