package dev.stipple.live;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.scenario.NamedPeople;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.reasoning.proof.ProofFaults;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A rulebook that may be served: without faults, with every scenario as expected, and proved safe for all answers.
 *
 * @param warnings what the proof found that does not make it unsafe
 */
record VerifiedRules(Rulebook rulebook, List<Fault> warnings) {
    /** By the clock, on a machine that may be busy with other work; who tries the rules ends the proof before that. */
    private static final Duration LONGEST_PROOF = Duration.ofMinutes(4);

    /**
     * Verifies rules that are to take the place of others.
     *
     * @throws InvalidRules with every fault found
     */
    static VerifiedRules of(RulesFolder folder) {
        Check check = Check.of(folder);
        Rulebook rulebook = check.rulebook().orElseThrow(() -> new InvalidRules(check.faults()));
        var assessor = new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS);
        List<Fault> failed = check.scenarios().stream()
                .flatMap(scenarios -> scenarios.all().stream())
                .map(scenario -> ScenarioResult.of(scenario, assessor))
                .filter(result -> !result.passed())
                .map(ScenarioResult::fault)
                .toList();
        if (!failed.isEmpty()) {
            throw new InvalidRules(failed);
        }
        return proved(rulebook);
    }

    /**
     * Verifies the rules to begin with, unless this build has verified the very same before. They have served before or were
     * tested by their author, so that scenarios are not run again.
     *
     * @throws InvalidRules with every fault found
     */
    static VerifiedRules ofStart(RulesFolder folder) {
        return ProgramDigest.get()
                .map(program -> remembered(folder, PastVerification.of(folder, program)))
                .orElseGet(() -> verified(folder));
    }

    private static VerifiedRules remembered(RulesFolder folder, PastVerification past) {
        return past.warnings()
                .map(warnings -> new VerifiedRules(Rulebook.load(folder), warnings))
                .orElseGet(() -> {
                    VerifiedRules verified = verified(folder);
                    if (verified.warnings().stream().noneMatch(ProofFaults::isUnfinished)) {
                        past.keep(verified.warnings());
                    }
                    return verified;
                });
    }

    private static VerifiedRules verified(RulesFolder folder) {
        Check check = Check.of(folder);
        return proved(check.rulebook().orElseThrow(() -> new InvalidRules(check.faults())));
    }

    private static VerifiedRules proved(Rulebook rulebook) {
        Collection<Answers> people = NamedPeople.of(rulebook.contents()).values();
        var faults = new ProofFaults(rulebook, Proof.of(rulebook, people, LONGEST_PROOF));
        if (!faults.unsafe().isEmpty()) {
            throw new InvalidRules(faults.unsafe());
        }
        return new VerifiedRules(rulebook, faults.warnings());
    }
}
