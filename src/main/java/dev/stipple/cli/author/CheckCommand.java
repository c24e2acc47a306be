package dev.stipple.cli.author;

import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.check.FaultList;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds every mistake in a rules folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Finds every mistake in a rules folder, as file:line:column: what is wrong; what to write instead.")
public final class CheckCommand implements Callable<Integer> {
    /** How faults are printed. */
    enum Format {
        text,
        json,
        sarif
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or sarif (default: text)")
    private Format format = Format.text;

    @Override
    public Integer call() {
        List<Fault> faults = faults();
        print(new FaultList(rules, faults));
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Fault> faults() {
        try {
            Check check = Check.of(RulesFolder.read(rules));
            check.rulebook()
                    .filter(rulebook -> format == Format.text)
                    .ifPresent(rulebook ->
                            spec.commandLine().getOut().println(rulebook.rules().size() + " rules, no faults"));
            return check.faults();
        } catch (InvalidRules e) {
            return e.faults();
        }
    }

    private void print(FaultList list) {
        var out = spec.commandLine().getOut();
        switch (format) {
            case text -> list.text().forEach(out::println);
            case json -> out.println(list.json());
            case sarif -> out.println(list.sarif());
        }
    }
}
