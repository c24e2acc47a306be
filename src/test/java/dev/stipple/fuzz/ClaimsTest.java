package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ClaimsTest {
    @Test
    void anAnswerThatTakesTooLongIsTold() {
        assertThrows(
                AssertionError.class,
                () -> Claims.within(Duration.ofMillis(20), () -> {
                    long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                }));
    }

    @Test
    void anAnswerThatWaitsForOthersIsNotBlamed() {
        Claims.within(
                Duration.ofMillis(20),
                () -> assertThrows(InterruptedException.class, () -> {
                    Thread.currentThread().interrupt();
                    Thread.sleep(200);
                }));
    }
}
