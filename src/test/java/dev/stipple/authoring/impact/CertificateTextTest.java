package dev.stipple.authoring.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.proof.Certificate;
import dev.stipple.reasoning.proof.Failure;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CertificateTextTest {
    private static final Scenarios SCENARIOS = Scenarios.load(Shipped.rulebook().contents());
    private static final Answers PERSON = new GeneratedPeople(Shipped.rulebook().questionnaire(), 1).complete();

    @Test
    void aRuleOutsideTheDialectIsNamedAndNothingIsClaimedForIt() {
        assertThat(text(List.of("AGE-01"), List.of(), List.of())).contains("Nothing is claimed for AGE-01");
        assertThat(text(List.of(), List.of(), List.of())).contains("No rule lies outside the provable dialect.");
    }

    @Test
    void aFailureIsShownWithTheVerdictThatThePersonReallyGets() {
        var failure = new Failure(
                Kind.SILENT_FACTOR, "age", List.of(), null, PERSON, PERSON, Verdict.MEDICAL_CLEARANCE, null);

        assertThat(text(List.of(), List.of(failure), List.of())).contains("        verdict: MEDICAL_CLEARANCE");
    }

    @Test
    void whoeverShowsAGapIsAnOrdinaryPersonAndASentenceSaysWhatTheyAreTold() {
        var rulebook = Rulebook.load(Small.with("age.drl", "ageYears >= 18", "ageYears >= 30"));
        var scenarios = Scenarios.load(rulebook.contents());
        var certificate = Proof.of(rulebook, scenarios.people().values());

        assertThat(new CertificateText(certificate, scenarios).lines())
                .contains("    ADULT with person.ageYears 29 would be told UNDECIDED.");
    }

    @Test
    void anotherAnswerThatIsJudgedMilderIsShownBesideThePerson() {
        var questionnaire = Shipped.rulebook().questionnaire();
        var group = questionnaire.group("candidate").orElseThrow();
        var slot = new Slot(group, 0, group.closed().get(0));
        var instead =
                new Failure.Instead(slot, new Value.Quantity(30), new Value.Quantity(24), PERSON, Verdict.SUITABLE);
        var failure = new Failure(
                Kind.WORSE_BUT_MILDER,
                "candidate.ageYears",
                List.of(),
                slot.question(),
                PERSON,
                PERSON,
                Verdict.DEFER,
                instead);

        assertThat(text(List.of(), List.of(failure), List.of()))
                .contains("a worse answer makes a verdict milder: candidate.ageYears")
                .contains("    with /candidate/ageYears 24 instead of 30 the verdict is SUITABLE");
    }

    @Test
    void whatTheTimeDidNotSufficeForIsNeitherProvedNorRefuted() {
        assertThat(text(List.of(), List.of(), List.of(Kind.DEAD_RULE)))
                .contains(
                        "Not finished in the time there was, and so neither proved nor refuted: a rule can never fire")
                .noneMatch(line -> line.startsWith("Proved"));
    }

    private static List<String> text(List<String> outside, List<Failure> failures, List<Kind> unfinished) {
        var certificate = new Certificate("sha256:0", BigInteger.TEN, 3, outside, failures, unfinished);
        return new CertificateText(certificate, SCENARIOS).lines();
    }
}
