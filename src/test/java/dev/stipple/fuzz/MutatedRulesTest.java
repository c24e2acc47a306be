package dev.stipple.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.check.Check;
import dev.stipple.text.RulesFolder;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shipped rules with some words changed: check reports what is wrong at its place, and soon. The long form is {@code ./mvnw
 * verify -Dit.test=none -Dtest=MutatedRulesTest -Dstipple.mutations=10000}.
 */
@Tag("whole")
final class MutatedRulesTest {
    private static final int MUTATIONS = Integer.getInteger("stipple.mutations", 15);
    private static final long SEED = Long.getLong("stipple.seed", 20_261_128);

    @ParameterizedTest
    @ValueSource(strings = {"transplants", "procedures", "medicines/retinoids", "look/density", "plan/cost"})
    void everyChangeIsCheckedWithoutAnException(String stem) {
        var factor = RealFactor.of(stem);
        assertThat(Check.of(factor.folder()).faults()).isEmpty();
        var random = new Random(SEED);

        for (int i = 0; i < MUTATIONS; i++) {
            RulesFolder changed = factor.changed(random);
            try {
                Claims.soon(() -> RealFactor.check(changed));
            } catch (AssertionError | RuntimeException | StackOverflowError e) {
                throw new AssertionError(difference(factor.folder(), changed), e);
            }
        }
    }

    private static String difference(RulesFolder before, RulesFolder after) {
        String file = after.texts().keySet().stream()
                .filter(each -> !after.text(each).equals(before.text(each)))
                .findFirst()
                .orElse("");
        String one = before.text(file);
        String other = after.text(file);
        int start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        return file + " from " + start + ": "
                + other.substring(Math.max(0, start - 200), Math.min(other.length(), start + 400));
    }
}
