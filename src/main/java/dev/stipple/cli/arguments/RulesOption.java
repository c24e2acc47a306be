package dev.stipple.cli.arguments;

import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which rules folder a command works on. */
public final class RulesOption {
    @Option(
            names = "--rules",
            paramLabel = "RULES",
            defaultValue = "rules",
            description = "the rules folder (default: ${DEFAULT-VALUE})")
    public Path path = Path.of("rules");

    public Rulebook load() {
        return Rulebook.load(RulesFolder.read(path));
    }
}
