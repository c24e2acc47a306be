package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CertificateViewTest {
    @Test
    void anAnswerThatIsJudgedMilderThanABetterOneIsToldWithItsPlace() {
        String id = "  - id: ageYears\n";
        var rules = SmallRules.of(Small.with("questionnaire.yaml", id, id + "    worse: MORE\n"));

        var view = CertificateView.of(Proof.of(rules, RuleRunner.of(rules), "digest", List.of(), Deadline.NONE));

        assertThat(view.holds()).isFalse();
        assertThat(view.failures())
                .filteredOn(failure -> failure.kind() == Kind.WORSE_BUT_MILDER)
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.rules()).containsExactly("AGE-01");
                    assertThat(failure.verdict()).isEqualTo(Verdict.NOT_SUITABLE);
                    assertThat(Objects.requireNonNull(failure.instead()).pointer())
                            .isEqualTo("/person/ageYears");
                    assertThat(failure.instead().better()).isEqualTo(0);
                    assertThat(failure.instead().worse()).isEqualTo(18);
                    assertThat(failure.instead().verdict()).isGreaterThan(Verdict.NOT_SUITABLE);
                });
        assertThat(view.failures())
                .filteredOn(failure -> failure.kind() == Kind.IDLE_QUESTION)
                .allMatch(failure -> failure.instead() == null);
    }
}
