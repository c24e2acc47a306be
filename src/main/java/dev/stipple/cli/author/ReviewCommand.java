package dev.stipple.cli.author;

import dev.stipple.authoring.check.FaultList;
import dev.stipple.authoring.review.Review;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reviews changed rules before they are taken. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Checks, tests, proves, covers and mutates changed rules in one go, tells whose verdict changes, and lists"
                    + " what somebody has to read; prints Markdown, and fails where something does not hold."
        })
public final class ReviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "OLD", description = "the rules as they are")
    private Path before = Path.of("rules");

    @Parameters(index = "1", paramLabel = "NEW", description = "the rules as they would be")
    private Path after = Path.of("rules");

    @Option(names = "--sarif", paramLabel = "FILE", description = "write what does not hold as SARIF too")
    private @Nullable Path sarif;

    @Override
    public Integer call() throws IOException {
        Review review = Review.of(Rulebook.compile(RulesFolderArgument.sound(before)), RulesFolder.read(after));
        review.text().forEach(spec.commandLine().getOut()::println);
        if (sarif != null) {
            Files.writeString(sarif, new FaultList(after, review.faults()).sarif());
        }
        return review.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
