package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.store.audit.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The machine's clock is put a day forward and a day back while people are at work. */
@Tag("whole")
@NullUnmarked
final class ClockJumpTest {
    private static final AtomicReference<Duration> OFF = new AtomicReference<>(Duration.ZERO);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String QUEUE = "/api/v1/screenings";

    private static RunningService service;
    private static AtWork work;

    /** The clock that jumps. */
    static final class Jumping {
        @Bean
        @Primary
        InstantSource jumpingClock() {
            return () -> Instant.now().plus(OFF.get());
        }
    }

    @BeforeAll
    static void start() {
        service = RunningService.with(Jumping.class, Shipped.FOLDER);
        work = new AtWork(service);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @BeforeEach
    void setTheClock() {
        OFF.set(Duration.ZERO);
    }

    @Test
    void formsAndScreeningsStayAndTheLogHolds() {
        var candidate = work.candidate();
        assertThat(candidate.question("candidate.ageYears").answer("40").status())
                .isEqualTo(200);
        var consultant = work.consultant();
        String before = work.kept();

        OFF.set(DAY);
        assertThat(candidate.unsure().status()).isEqualTo(200);
        String ahead = work.kept();
        OFF.set(DAY.negated());
        assertThat(candidate.unsure().status()).isEqualTo(200);
        assertThat(consultant.open("/console/screenings").status()).isEqualTo(200);
        String behind = work.kept();

        assertThat(candidate.open(candidate.path()).status()).isEqualTo(200);
        for (String reference : new String[] {before, ahead, behind}) {
            assertThat(work.read(reference).statusCode()).isEqualTo(200);
        }
        assertThat(service.bean(AuditLog.class).verify().holds()).isTrue();
    }

    @Test
    void aWaitAfterWrongPasswordsEndsAlthoughTheClockWasPutBack() {
        OFF.set(DAY);
        for (int tries = 0; tries < 5; tries++) {
            work.readWithPassword(QUEUE, "wrong");
        }
        assertThat(work.readWithPassword(QUEUE).statusCode()).isEqualTo(429);

        OFF.set(Duration.ZERO);

        assertThat(work.readWithPassword(QUEUE).statusCode()).isEqualTo(200);
    }
}
