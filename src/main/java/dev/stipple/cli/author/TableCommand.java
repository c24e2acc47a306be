package dev.stipple.cli.author;

import dev.stipple.authoring.check.RulesTable;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the table of all rules. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Prints the table of all rules, or writes it into TABLE.md in the rules folder.")
public final class TableCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Option(names = "--write", description = "write it instead of printing it")
    private boolean write;

    @Override
    public Integer call() throws IOException {
        Contents contents = Contents.read(RulesFolder.read(rules));
        if (!contents.faults().isEmpty()) {
            throw new InvalidRules(contents.faults());
        }
        if (write) {
            Files.writeString(rules.resolve(RulesTable.FILE), RulesTable.write(contents));
        } else {
            spec.commandLine().getOut().print(RulesTable.write(contents));
        }
        return ExitCode.DONE;
    }
}
