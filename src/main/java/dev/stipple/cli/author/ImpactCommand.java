package dev.stipple.cli.author;

import dev.stipple.answers.AnswersFile;
import dev.stipple.authoring.impact.ImpactPlan;
import dev.stipple.authoring.impact.ImpactText;
import dev.stipple.authoring.impact.PeopleImpact;
import dev.stipple.authoring.impact.PeopleImpactText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.cli.store.Store;
import dev.stipple.cli.store.Stores;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.KeptImpact;
import dev.stipple.screening.Newest;
import dev.stipple.screening.kept.Reference;
import dev.stipple.text.DecodedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells exactly whose verdict another rules folder changes. */
@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        description =
                "Tells whose verdict changes from one rules folder to another, milder ones first: the rules that do it,"
                        + " ordinary people, and how many of 1,000 made-up ones; no difference is a proof that there is none.",
        footer = Stores.FOOTER)
public final class ImpactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "OLD", description = "the rules as they are")
    private Path before = Path.of("rules");

    @Parameters(index = "1", paramLabel = "NEW", description = "the rules as they would be")
    private Path after = Path.of("rules");

    @Option(
            names = "--full",
            description =
                    "instead tell every region of answers whose verdict changes, each with its share of all answers")
    private boolean full;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            description =
                    "also tell which of these people get another verdict; JSON Lines of {\"id\": ..., \"answers\": ...}")
    private @Nullable Path people;

    @Option(
            names = "--store",
            description =
                    "also tell which kept screenings get another verdict, the milder ones first; each is noted in the"
                            + " audit log as listed")
    private boolean kept;

    @Override
    public Integer call() throws IOException {
        Rulebook old = Rulebook.compile(RulesFolderArgument.sound(before));
        Rulebook changed = Rulebook.compile(RulesFolderArgument.sound(after));
        Scenarios scenarios = Scenarios.load(changed.contents());
        boolean comparable = Impact.incomparable(old, changed).isEmpty();
        lines(old, changed, scenarios, comparable).forEach(spec.commandLine().getOut()::println);
        if (people != null) {
            print(old, changed, people);
        }
        if (kept) {
            printKept(old, changed);
        }
        return comparable ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<String> lines(Rulebook old, Rulebook changed, Scenarios scenarios, boolean comparable) {
        return full || !comparable
                ? new ImpactText(Impact.between(old, changed), scenarios).lines()
                : ImpactPlan.between(old, changed, scenarios).lines();
    }

    private void printKept(Rulebook before, Rulebook after) {
        var impact = KeptImpact.between(before, after);
        List<Reference> altered;
        try (Store store = Stores.of(spec).open(false)) {
            altered = new Newest(store.screenings())
                    .each("impact", (summary, revision) -> {
                        impact.add(summary, revision);
                        return true;
                    })
                    .altered();
        }
        KeptImpactText.lines(impact, altered).forEach(spec.commandLine().getOut()::println);
    }

    private void print(Rulebook before, Rulebook after, Path file) throws IOException {
        try (var text = new DecodedText(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            var impact = PeopleImpact.between(before, after, AnswersFile.jsonLines(text));
            new PeopleImpactText(impact, file.toString())
                    .lines()
                    .forEach(spec.commandLine().getOut()::println);
        } catch (NoSuchFileException e) {
            throw new UnusableInput("there is no file " + file + "; name a file with the answers of one person a line");
        }
    }
}
