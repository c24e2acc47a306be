package dev.stipple.cli.author;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the fact types that follow from the questionnaire. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Prints facts.drl as it follows from questionnaire.yaml, or writes it.")
public final class FactsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "RULES", defaultValue = "rules", description = "the rules folder")
    private Path rules = Path.of("rules");

    @Option(names = "--write", description = "write the file instead of printing it")
    private boolean write;

    @Override
    public Integer call() throws IOException {
        var faults = new ArrayList<Fault>();
        Questionnaire questionnaire = QuestionnaireFile.read(RulesFolder.read(rules), faults);
        if (!faults.isEmpty()) {
            throw new InvalidRules(faults);
        }
        String facts = FactsFile.write(questionnaire);
        if (write) {
            Files.writeString(rules.resolve(FactsFile.NAME), facts);
        } else {
            spec.commandLine().getOut().print(facts);
        }
        return ExitCode.DONE;
    }
}
