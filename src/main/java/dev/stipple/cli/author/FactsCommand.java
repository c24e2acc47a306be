package dev.stipple.cli.author;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the fact types that follow from the questionnaire. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Prints facts.drl as it follows from questionnaire.yaml, or writes it.")
public final class FactsCommand implements Callable<Integer> {
    @Mixin
    private GeneratedFile file = new GeneratedFile();

    @Override
    public Integer call() throws IOException {
        var faults = new ArrayList<Fault>();
        Questionnaire questionnaire = QuestionnaireFile.read(file.folder(), faults);
        if (!faults.isEmpty()) {
            throw new InvalidRules(faults);
        }
        String facts = FactsFile.write(questionnaire);
        return file.give(FactsFile.NAME, facts);
    }
}
