package dev.stipple.cli.author;

import dev.stipple.authoring.walk.Walks;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Leads people through the interview and counts. */
@Command(
        name = "walk",
        mixinStandardHelpOptions = true,
        description = {
            "Leads the people of people.yaml and made-up ones through the interview; prints the pages that they turn and the taps"
                    + " that it takes them; fails where that is more than the budget of interview.yaml allows."
        })
public final class WalkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesFolderArgument rules = new RulesFolderArgument();

    @Option(
            names = "--others",
            paramLabel = "N",
            defaultValue = "200",
            description = "how many made-up people (default: 200)")
    private int others;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "which ones (default: 1)")
    private long seed;

    @Override
    public Integer call() {
        Rulebook rulebook = Rulebook.compile(rules.sound());
        Walks walks = Walks.of(rulebook, new Reasoner(rulebook), others, seed);
        var out = spec.commandLine().getOut();
        walks.named().forEach((name, walk) -> out.printf("%3d pages %3d taps  %s%n", walk.turned(), walk.taps(), name));
        out.printf("%d others: median %d pages, most %d%n", walks.others().size(), walks.median(), walks.most());
        walks.overBudget().forEach(out::println);
        return walks.overBudget().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
