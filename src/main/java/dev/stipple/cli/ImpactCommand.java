package dev.stipple.cli;

import dev.stipple.authoring.ImpactText;
import dev.stipple.authoring.Scenarios;
import dev.stipple.reasoning.Impact;
import dev.stipple.rulebook.Rulebook;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells exactly whose verdict another rules folder changes. */
@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        description = "Tells for which answers the verdict changes from one rules folder to another, milder ones first;"
                + " no difference is a proof that there is none.")
final class ImpactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "OLD", description = "the rules as they are")
    private Path before = Path.of("rules");

    @Parameters(index = "1", paramLabel = "NEW", description = "the rules as they would be")
    private Path after = Path.of("rules");

    @Override
    public Integer call() {
        Rulebook old = Rulebook.compile(RulesFolderArgument.sound(before));
        Rulebook changed = Rulebook.compile(RulesFolderArgument.sound(after));
        var difference = Impact.between(old, changed);
        new ImpactText(difference, Scenarios.load(changed.contents()))
                .lines()
                .forEach(spec.commandLine().getOut()::println);
        return difference.incomparable().isEmpty() ? Cli.DONE : Cli.FAILED;
    }
}
