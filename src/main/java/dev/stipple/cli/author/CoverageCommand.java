package dev.stipple.cli.author;

import dev.stipple.authoring.coverage.Coverage;
import dev.stipple.authoring.coverage.CoveragePage;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.rulebook.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what of the rules no scenario has seen. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = {
            "Tells which rules, single conditions, options, thresholds and verdicts no scenario has seen, with"
                    + " scenarios that would, ready to paste."
        })
public final class CoverageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesFolderArgument rules = new RulesFolderArgument();

    @Option(names = "--min", paramLabel = "PERCENT", description = "fail where less than this is covered")
    private int min;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write the rules as a page that marks what is not covered")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        Contents contents = rules.sound();
        Coverage coverage = Coverage.of(contents, Scenarios.load(contents));
        var out = spec.commandLine().getOut();
        coverage.suggest(coverage.missing()).forEach(gap -> {
            gap.forEach(out::println);
            out.println();
        });
        coverage.counts()
                .forEach(count -> out.printf("%-11s %5d of %5d%n", count.kind(), count.covered(), count.all()));
        out.println(coverage.percent() + " % covered");
        if (html != null) {
            Files.writeString(html, CoveragePage.write(coverage));
        }
        return coverage.percent() < min ? ExitCode.FAILED : ExitCode.DONE;
    }
}
