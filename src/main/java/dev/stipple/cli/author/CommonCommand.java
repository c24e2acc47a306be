package dev.stipple.cli.author;

import dev.stipple.authoring.impact.HowCommon;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.summary.CommonFile;
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

/** Writes how common it is that a rule fires. */
@Command(
        name = "common",
        mixinStandardHelpOptions = true,
        description = "Counts for how many made-up people each supporting or recommending rule fires, so that an answer"
                + " begins with what few others have; prints common.yaml, or writes it.")
public final class CommonCommand implements Callable<Integer> {
    private static final int PEOPLE = 8_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Option(names = "--write", description = "write the file instead of printing it")
    private boolean write;

    @Override
    public Integer call() throws IOException {
        String counts = HowCommon.file(Rulebook.load(RulesFolder.read(rules)), PEOPLE);
        if (write) {
            Files.writeString(rules.resolve(CommonFile.NAME), counts);
        } else {
            spec.commandLine().getOut().print(counts);
        }
        return ExitCode.DONE;
    }
}
