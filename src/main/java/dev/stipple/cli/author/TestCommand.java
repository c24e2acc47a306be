package dev.stipple.cli.author;

import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.scenario.JUnitFile;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.ScenarioReport;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the scenarios of a rules folder. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs every scenario; a failure shows what was expected, what came out and why.")
public final class TestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Mixin
    private OnlyOption only = new OnlyOption();

    @Option(names = "--junit", paramLabel = "FILE", description = "write the results as JUnit XML too")
    private @Nullable Path junit;

    @Override
    public Integer call() throws IOException {
        Contents contents = Contents.read(RulesFolder.read(rules));
        if (!contents.faults().isEmpty()) {
            throw new InvalidRules(contents.faults());
        }
        List<Scenario> scenarios = only.of(
                Scenarios.load(contents).all(),
                "scenario",
                scenario -> scenario.place().file() + ": " + scenario.name());
        Rulebook rulebook = Rulebook.compile(contents);
        var assessor = new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS);
        var results = scenarios.stream()
                .map(scenario -> ScenarioResult.of(scenario, assessor))
                .toList();
        if (junit != null) {
            Files.writeString(junit, JUnitFile.write(results));
        }
        return report(results);
    }

    private int report(List<ScenarioResult> results) {
        var out = spec.commandLine().getOut();
        var failed = results.stream().filter(result -> !result.passed()).toList();
        failed.forEach(result -> {
            new ScenarioReport(result).lines().forEach(out::println);
            out.println();
        });
        out.println(results.size() + " scenarios, " + failed.size() + " failed");
        return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
