package dev.stipple.cli.author;

import dev.stipple.authoring.check.WrittenPages;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the pages that come from the rules. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Prints the table of all rules, or writes it and the page for clinicians into the rules folder.")
public final class TableCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Option(names = "--write", description = "write them instead of printing the table")
    private boolean write;

    @Override
    public Integer call() throws IOException {
        Contents contents = Contents.read(RulesFolder.read(rules));
        if (!contents.faults().isEmpty()) {
            throw new InvalidRules(contents.faults());
        }
        if (write) {
            for (Map.Entry<String, String> page : WrittenPages.of(contents).entrySet()) {
                Files.writeString(rules.resolve(page.getKey()), page.getValue());
            }
        } else {
            spec.commandLine().getOut().print(WrittenPages.of(contents).get(WrittenPages.TABLE));
        }
        return ExitCode.DONE;
    }
}
