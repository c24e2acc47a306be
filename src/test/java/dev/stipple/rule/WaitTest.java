package dev.stipple.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.rule.Wait.Unit;
import dev.stipple.rulebook.engine.Findings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WaitTest {
    @Test
    void waitsAreOrderedByTheirLength() {
        assertThat(Stream.of(
                                new Wait(2, Unit.MONTHS),
                                new Wait(8, Unit.WEEKS),
                                new Wait(8, Unit.DAYS),
                                new Wait(1, Unit.WEEKS),
                                new Wait(61, Unit.DAYS))
                        .sorted())
                .containsExactly(
                        new Wait(1, Unit.WEEKS),
                        new Wait(8, Unit.DAYS),
                        new Wait(8, Unit.WEEKS),
                        new Wait(2, Unit.MONTHS),
                        new Wait(61, Unit.DAYS));
        assertThat(new Wait(30, Unit.DAYS)).isEqualByComparingTo(new Wait(1, Unit.MONTHS));
    }

    @Test
    void aRuleNamesItsWaitInDaysWeeksOrMonths() {
        assertThat(Findings.waitDays(3)).isEqualTo(new Wait(3, Unit.DAYS));
        assertThat(Findings.waitWeeks(3)).isEqualTo(new Wait(3, Unit.WEEKS));
        assertThat(Findings.waitMonths(3)).isEqualTo(new Wait(3, Unit.MONTHS));
        assertThat(Unit.values()).extracting(Unit::key).containsExactly("days", "weeks", "months");
    }
}
