package dev.stipple.cli.author;

import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.cli.arguments.RulesFolderArgument;
import dev.stipple.cli.arguments.UnusableInput;
import dev.stipple.offline.OfflinePage;
import dev.stipple.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the rulebook as a page that needs no service. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a page that interviews, decides and explains in the browser: it needs no service, works from a"
                    + " disk and"
                    + " sends no answer anywhere unless the person presses the button for it."
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesFolderArgument rules = new RulesFolderArgument();

    @Option(names = "--static", required = true, paramLabel = "DIR", description = "the folder to write the files into")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        Rulebook rulebook = Rulebook.compile(rules.sound());
        SortedMap<String, String> files = OfflinePage.files(rulebook)
                .orElseThrow(() -> new UnusableInput(
                        "these rules need a decision diagram that is too large for a page: let fewer questions"
                                + " meet in a rule"));
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
        }
        spec.commandLine().getOut().printf("%d files in %s, rulebook %s%n", files.size(), folder, rulebook.digest());
        return ExitCode.DONE;
    }
}
