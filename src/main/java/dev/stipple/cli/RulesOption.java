package dev.stipple.cli;

import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which rules folder a command works on. */
final class RulesOption {
    @Option(
            names = "--rules",
            paramLabel = "RULES",
            defaultValue = "rules",
            description = "the rules folder (default: ${DEFAULT-VALUE})")
    Path path = Path.of("rules");

    Rulebook load() {
        return Rulebook.load(RulesFolder.read(path));
    }
}
