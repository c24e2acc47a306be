package dev.stipple.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
    @Test
    void oneThatWasThereBeforeIsToldWithItsLine() {
        var ids = new SeenIds();
        ids.add(new SeenIds.Named(1, "anna"));
        ids.add(new SeenIds.Named(2, "berta"));
        ids.add(new SeenIds.Named(3, "anna"));

        assertThat(ids.told()).containsExactly("line 3: the id anna was there before");
    }

    @Test
    void soIsEachOfMany() {
        var random = new Random(11);
        var ids = new SeenIds();
        var known = new HashSet<Integer>();
        int again = 0;
        for (int i = 0; i < 100_000; i++) {
            int id = random.nextInt(80_000);
            again += known.add(id) ? 0 : 1;
            ids.add(new SeenIds.Named(i, "p" + id));
        }

        assertThat(ids.told()).hasSize(11).last().isEqualTo("and " + (again - 10) + " more");
    }

    @Test
    void ofMoreThanItHoldsItKeepsTheFirst() {
        var ids = new SeenIds();
        for (int i = 0; i <= SeenIds.MOST; i++) {
            ids.add(new SeenIds.Named(i, "p" + i));
        }
        ids.add(new SeenIds.Named(SeenIds.MOST + 1L, "p" + SeenIds.MOST));
        ids.add(new SeenIds.Named(SeenIds.MOST + 2L, "p0"));

        assertThat(ids.told())
                .containsExactly(
                        "line 4000002: the id p0 was there before",
                        "only the first 4000000 ids were looked for in later lines");
    }
}
