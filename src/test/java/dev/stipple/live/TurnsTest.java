package dev.stipple.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.assessment.Admission;
import dev.stipple.assessment.TooBusy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdown();
    }

    @Test
    void noMoreThanHaveATurnAreInAtOnce() throws Exception {
        var turns = new Turns(2);
        var one = turns.take();
        var other = turns.take();

        Future<Admission.Turn> third = threads.submit(turns::take);

        assertThatThrownBy(() -> third.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        one.close();
        third.get().close();
        other.close();
    }

    @Test
    void aLineThatIsFullIsToldSoAtOnce() throws Exception {
        var turns = new Turns(1);
        var turn = turns.take();
        assertThat(turns.approach()).isTrue();

        long asked = System.nanoTime();
        Future<Boolean> other = threads.submit(turns::approach);
        Future<Admission.Turn> another = threads.submit(turns::take);

        assertThat(other.get()).isFalse();
        assertThatThrownBy(another::get).hasCauseInstanceOf(TooBusy.class);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Turns.PATIENCE.dividedBy(2));
        turn.close();
        turns.take().close();
        turns.take().close();
    }

    @Test
    void aPlaceThatWasNotUsedIsGivenBack() throws Exception {
        var turns = new Turns(1);
        var turn = turns.take();
        for (int i = 0; i < 3; i++) {
            assertThat(turns.approach()).isTrue();
            turns.leave();
        }
        turn.close();
        turns.take().close();
        turns.leave();

        assertThat(turns.approach()).isTrue();
    }

    @Test
    void whoIsPatientWaitsWhereOthersAreRefused() throws Exception {
        var turns = new Turns(1);
        turns.take().close();
        var turn = turns.take();
        Future<Admission.Turn> patient = threads.submit(() -> turns.patient().take());

        assertThatThrownBy(turns::take).isInstanceOf(TooBusy.class);

        turn.close();
        patient.get().close();
    }
}
