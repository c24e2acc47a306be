package dev.stipple.authoring.check;

import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.scenario.AffectedScenarios;
import dev.stipple.authoring.scenario.ScenarioReport;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.SettledChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a rules folder on each save, and runs the scenarios that the save may have affected. */
public final class Watch {
    private static final Duration REST = Duration.ofMillis(250);

    private final Path folder;
    private final Function<Rulebook, Assessor> assessors;
    private final SettledChanges changes;
    private @Nullable Contents good;

    public Watch(Path folder, Function<Rulebook, Assessor> assessors) {
        this.folder = folder;
        this.assessors = assessors;
        this.changes = new SettledChanges(folder, REST, InstantSource.system());
    }

    /** Whether something was saved, and no more is being saved, since the last look. */
    public boolean changed() {
        return changes.take();
    }

    /** Faults, or failed scenarios, or that all is well; line by line. */
    public List<String> report() {
        try {
            Check check = Check.of(RulesFolder.read(folder));
            return check.rulebook().isPresent()
                    ? report(check.rulebook().get(), check.scenarios().orElseThrow())
                    : new FaultList(folder, check.faults()).text();
        } catch (InvalidRules e) {
            return new FaultList(folder, e.faults()).text();
        }
    }

    private List<String> report(Rulebook rulebook, Scenarios scenarios) {
        var affected = new AffectedScenarios(good).affected(rulebook.contents(), scenarios);
        var assessor = assessors.apply(rulebook);
        var failed = affected.stream()
                .map(scenario -> ScenarioResult.of(scenario, assessor))
                .filter(result -> !result.passed())
                .toList();
        var lines = new ArrayList<String>();
        failed.forEach(result -> lines.addAll(new ScenarioReport(result).lines()));
        lines.add(rulebook.rules().size() + " rules, no faults; " + affected.size() + " scenarios affected, "
                + failed.size() + " failed");
        good = failed.isEmpty() ? rulebook.contents() : good;
        return lines;
    }
}
