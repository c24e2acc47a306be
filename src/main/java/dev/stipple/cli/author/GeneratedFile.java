package dev.stipple.cli.author;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A file of a rules folder that follows from the others: printed, or written where that is wanted. */
final class GeneratedFile {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Option(names = "--write", description = "write the file instead of printing it")
    private boolean write;

    RulesFolder folder() {
        return RulesFolder.read(rules);
    }

    /** Prints or writes it; what the command ends with. */
    int give(String name, String text) throws IOException {
        if (write) {
            Files.writeString(rules.resolve(name), text);
        } else {
            spec.commandLine().getOut().print(text);
        }
        return ExitCode.DONE;
    }
}
