package dev.stipple.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DerivedTest {
    @Test
    void itIsWorkedOutOnceForARulebookAndAgainForAnother() {
        var one = Small.rulebook();
        var other = Rulebook.compile(one.contents());
        var worked = new ArrayList<Rulebook>();
        var derived = new Derived<Integer>(rulebook -> {
            worked.add(rulebook);
            return worked.size();
        });

        assertThat(List.of(derived.of(one), derived.of(one), derived.of(other), derived.of(one)))
                .containsExactly(1, 1, 2, 3);
        assertThat(worked).hasSize(3);
        assertThat(worked.get(1)).isSameAs(other);
    }
}
