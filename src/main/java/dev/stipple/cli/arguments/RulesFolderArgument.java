package dev.stipple.cli.arguments;

import dev.stipple.rulebook.Contents;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The rules folder that a command of rule authors works on. */
public final class RulesFolderArgument {
    @Parameters(
            arity = "0..1",
            paramLabel = "RULES",
            defaultValue = "rules",
            description = "the rules folder (default: rules)")
    public Path path = Path.of("rules");

    /**
     * The folder, read and checked but not compiled.
     *
     * @throws InvalidRules with every fault
     */
    public Contents sound() {
        return sound(path);
    }

    /**
     * A folder, read and checked but not compiled.
     *
     * @throws InvalidRules with every fault
     */
    public static Contents sound(Path path) {
        Contents contents = Contents.read(RulesFolder.read(path));
        if (!contents.faults().isEmpty()) {
            throw new InvalidRules(contents.faults());
        }
        return contents;
    }
}
