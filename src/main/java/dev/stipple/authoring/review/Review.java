package dev.stipple.authoring.review;

import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.coverage.Coverage;
import dev.stipple.authoring.coverage.CoverageItem;
import dev.stipple.authoring.impact.CertificateText;
import dev.stipple.authoring.impact.ImpactPlan;
import dev.stipple.authoring.mutation.ExactDistinguisher;
import dev.stipple.authoring.mutation.MutationRun;
import dev.stipple.authoring.scenario.ScenarioReport;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.proof.Certificate;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.reasoning.proof.ProofFaults;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that has to be seen of changed rules before they are taken: what has to hold of them, whose verdict they change, and
 * what somebody has to read.
 *
 * @param gates in the order in which they are tried; the first alone where that does not hold
 * @param text as Markdown
 */
public record Review(List<Gate> gates, List<String> text) {
    /** How much of the changes of changed rules scenarios have to notice. */
    private static final int LEAST_NOTICED = 95;

    /**
     * Reviews a change.
     *
     * @param before the rules as they are, which have no faults
     * @param folder the rules as they would be
     */
    public static Review of(Rulebook before, RulesFolder folder) {
        Check check = Check.of(folder);
        if (check.rulebook().isEmpty()) {
            var gates = List.of(check(check, check.faults().size() + " faults"));
            return new Review(gates, new ReviewText(gates).head(before.digest(), "rules with faults"));
        }
        Rulebook after = check.rulebook().get();
        Scenarios scenarios = Scenarios.load(after.contents());
        var changes = ChangedRules.between(before.contents(), after.contents());
        var gates = List.of(
                check(check, after.rules().size() + " rules, no faults"),
                scenarios(after, scenarios),
                proof(after, scenarios),
                coverage(before.contents(), after.contents(), scenarios),
                mutation(after, scenarios, changes));
        return new Review(
                gates,
                new ReviewText(gates)
                        .whole(before.digest(), after, changes, impact(before, after, scenarios), scenarios));
    }

    public boolean holds() {
        return gates.stream().allMatch(Gate::holds);
    }

    /** What does not hold, by place. */
    public List<Fault> faults() {
        return gates.stream()
                .filter(gate -> !gate.holds())
                .flatMap(gate -> gate.faults().stream())
                .toList();
    }

    private static Gate check(Check check, String figure) {
        return Gate.of(
                "check", figure, check.faults().stream().map(Fault::toString).toList(), check.faults());
    }

    private static Gate scenarios(Rulebook after, Scenarios scenarios) {
        var assessor = new Assessor(after, new Reasoner(after), Outlook.Depth.VERDICTS);
        var failed = scenarios.all().stream()
                .map(scenario -> ScenarioResult.of(scenario, assessor))
                .filter(result -> !result.passed())
                .toList();
        return Gate.of(
                "scenarios",
                String.format(Locale.ROOT, "%,d, %,d failed", scenarios.all().size(), failed.size()),
                failed.stream()
                        .flatMap(result -> new ScenarioReport(result).lines().stream())
                        .toList(),
                failed.stream().map(ScenarioResult::fault).toList());
    }

    private static Gate proof(Rulebook after, Scenarios scenarios) {
        Certificate certificate = Proof.of(after, scenarios.people().values());
        return new Gate(
                "proof",
                certificate.holds(),
                certificate.holds()
                        ? "holds for every complete set of answers"
                        : certificate.failures().size() + " failures",
                certificate.holds() ? List.of() : new CertificateText(certificate, scenarios).lines(),
                new ProofFaults(after, certificate).all());
    }

    /** What was not covered before is not asked for now. */
    private static Gate coverage(Contents before, Contents after, Scenarios scenarios) {
        Set<String> known = Coverage.of(before, Scenarios.read(before)).missing().stream()
                .map(gap -> gap.point().what())
                .collect(Collectors.toSet());
        Coverage coverage = Coverage.of(after, scenarios);
        var gaps = coverage.missing().stream()
                .filter(gap -> !known.contains(gap.point().what()))
                .toList();
        return Gate.of(
                "coverage",
                coverage.percent() + " %, " + gaps.size() + " new gaps",
                coverage.suggest(gaps).stream().flatMap(List::stream).toList(),
                gaps.stream().map(Review::fault).toList());
    }

    private static Fault fault(Coverage.Seen gap) {
        CoverageItem point = gap.point();
        return new Fault(gap.place(), "coverage", "no scenario sees this: " + point.what(), "add one that does");
    }

    private static Gate mutation(Rulebook after, Scenarios scenarios, ChangedRules changes) {
        var distinguisher = new ExactDistinguisher(after, scenarios.people().values());
        var score = new MutationRun(after.contents(), scenarios, distinguisher).run(changes.deciding(), () -> {});
        return new Gate(
                "mutation",
                score.percent() >= LEAST_NOTICED,
                String.format(
                        Locale.ROOT,
                        "%.1f %% of what the changed rules could say instead is noticed, %d not",
                        score.percent(),
                        score.survived()),
                score.survivors().stream().flatMap(List::stream).toList(),
                score.faults());
    }

    private static List<String> impact(Rulebook before, Rulebook after, Scenarios scenarios) {
        List<String> others = Impact.incomparable(before, after);
        return others.isEmpty()
                ? ImpactPlan.between(before, after, scenarios).lines()
                : List.of(
                        "Verdicts are not compared, as these questions are not the same: " + String.join(", ", others));
    }
}
