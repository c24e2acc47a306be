package dev.stipple.cli.batch;

import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.Columns;
import dev.stipple.authoring.impact.Population;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.cli.arguments.RulesOption;
import dev.stipple.rulebook.Contents;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Makes up people. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Prints made-up people as batch reads them: the same ones for the same seed and rules.",
            "They are the people of the scenarios, with some answers changed and some left open."
        })
public final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(paramLabel = "N", description = "how many")
    private long count;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "which ones (default: 1)")
    private long seed;

    @Option(names = "--csv", description = "print a table instead of JSON Lines")
    private boolean csv;

    @Override
    public Integer call() throws IOException {
        Contents contents = RulesFolderArgument.sound(rules.path);
        var population = new Population(contents, seed);
        if (csv) {
            table(population, Columns.names(contents.questionnaire()));
        } else {
            lines(population);
        }
        return ExitCode.DONE;
    }

    private void lines(Population population) {
        PrintWriter out = spec.commandLine().getOut();
        for (long i = 1; i <= count; i++) {
            var line = new LinkedHashMap<String, Object>();
            line.put(AnswersFile.ID, id(i));
            line.put("answers", population.next().json());
            out.write(JsonMapper.shared().writeValueAsString(line) + "\n");
        }
    }

    private void table(Population population, List<String> columns) throws IOException {
        var table = new CSVPrinter(spec.commandLine().getOut(), CSVFormat.RFC4180);
        table.printRecord(Stream.concat(Stream.of(AnswersFile.ID), columns.stream()));
        for (long i = 1; i <= count; i++) {
            table.printRecord(Stream.concat(Stream.of(id(i)), Columns.cells(population.next()).stream()));
        }
        table.flush();
    }

    private String id(long number) {
        return seed + "-" + number;
    }
}
