package dev.stipple.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static final Move MILDER = new Move(Verdict.DEFER, Verdict.SUITABLE);
    private static final Move STRICTER = new Move(Verdict.SUITABLE, Verdict.NOT_SUITABLE);
    private static final Move OPENED = new Move(Verdict.SUITABLE, Verdict.UNDECIDED);
    private static final Move SETTLED = new Move(Verdict.UNDECIDED, Verdict.SUITABLE);

    @Test
    void whatIsUndecidedOnOneSideIsNeitherMilderNorStricter() {
        assertThat(MILDER.kind()).isEqualTo(Move.Kind.MILDER);
        assertThat(STRICTER.kind()).isEqualTo(Move.Kind.STRICTER);
        assertThat(List.of(OPENED, SETTLED)).allMatch(move -> move.kind() == Move.Kind.OPEN);
    }

    @Test
    void whatBecomesMilderComesFirst() {
        assertThat(new TreeSet<>(List.of(SETTLED, OPENED, STRICTER, MILDER)))
                .containsExactly(MILDER, STRICTER, OPENED, SETTLED);
        assertThat(MILDER).hasToString("MILDER   DEFER -> SUITABLE");
    }
}
