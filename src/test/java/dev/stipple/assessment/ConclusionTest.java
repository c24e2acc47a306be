package dev.stipple.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConclusionTest {
    private static final Set<String> FACTORS = Small.rulebook().factors().keySet();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AGE-02 SCR-01 SKI-02        | SUITABLE
            AGE-02 SCR-01 SKI-02 SKI-03 | SUITABLE
            AGE-02 SCR-03 SKI-02        | SUITABLE_WITH_CONDITIONS
            AGE-02 SCR-03 SKI-01        | DEFER
            SKI-01 SCR-03 AGE-01        | NOT_SUITABLE
            SCR-03 AGE-03 SKI-02        | SUITABLE_WITH_CONDITIONS
            """)
    void theStrictestEffectDecides(String fired, Verdict verdict) {
        assertThat(of(fired)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AGE-02 SKI-02 | UNDECIDED
            AGE-03 SKI-02 | UNDECIDED
            SKI-02 SKI-03 | UNDECIDED
            SKI-01        | DEFER
            AGE-01        | NOT_SUITABLE
            """)
    void silenceOfAFactorIsNoConsentAndNoObstacleToAnObjection(String fired, Verdict verdict) {
        assertThat(of(fired)).isEqualTo(verdict);
    }

    @Test
    void whereNothingFiresNothingIsDecided() {
        assertThat(Conclusion.of(List.of(), FACTORS)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Conclusion.of(List.of(), Set.of())).isEqualTo(Verdict.UNDECIDED);
    }

    private static Verdict of(String fired) {
        return Conclusion.of(
                Stream.of(fired.split(" ", -1))
                        .map(id -> Small.rulebook().rule(id).orElseThrow())
                        .toList(),
                FACTORS);
    }
}
