package dev.stipple.store.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The service destroys, within the time that its pages promise, every key that opens something of the erased. */
@Tag("whole")
final class RenewalInTimeTest {
    private static final Duration PROMISED = Duration.ofHours(24);

    @TempDir
    private Path folder = Path.of("");

    /** A clock that the test turns. */
    static final class Turned implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Bean
        @Primary
        InstantSource turned() {
            return this;
        }
    }

    @Test
    void theServiceRenewsKeysByItselfWithinTheTimeThatItPromises() {
        try (var service = RunningService.with(
                Turned.class,
                Path.of("src/test/resources/planted/base"),
                "--stipple.key=",
                "--stipple.data=" + folder)) {
            var clock = service.bean(Turned.class);
            var keys = service.bean(Keys.class);
            List<String> before = generations(keys);
            FixedDelayTask renewal = renewal(service);
            assertThat(renewal.getIntervalDuration()).isLessThanOrEqualTo(Duration.ofMinutes(1));

            service.bean(AuditLog.class).noteErased();
            Instant erased = clock.now;
            for (Duration step = Duration.ZERO;
                    generations(keys).stream().anyMatch(before::contains) && step.compareTo(PROMISED) <= 0;
                    step = step.plusMinutes(20)) {
                clock.now = erased.plus(step);
                renewal.getRunnable().run();
            }

            assertThat(generations(keys)).hasSize(1).doesNotContainAnyElementsOf(before);
            assertThat(Duration.between(erased, clock.now))
                    .as("half of it is left for a service that was stopped or busy")
                    .isLessThan(PROMISED.dividedBy(2).plusHours(1));
        }
    }

    private static List<String> generations(Keys keys) {
        return keys.generations().stream().map(Generation::id).toList();
    }

    private static FixedDelayTask renewal(RunningService service) {
        return service.bean(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().contains("KeyTasks.renew"))
                .map(FixedDelayTask.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
