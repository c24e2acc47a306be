package dev.stipple.cli;

import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds every mistake in a rules folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Finds every mistake in a rules folder, as file:line:column: what is wrong; what to write instead.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            Rulebook rulebook = Rulebook.load(RulesFolder.read(rules));
            out.println(rulebook.rules().size() + " rules, no faults");
            return Cli.DONE;
        } catch (InvalidRules e) {
            e.faults().forEach(out::println);
            return Cli.FAILED;
        }
    }
}
