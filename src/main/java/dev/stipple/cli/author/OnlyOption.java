package dev.stipple.cli.author;

import dev.stipple.cli.arguments.UnusableInput;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that leaves most scenarios or rules out. */
final class OnlyOption {
    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            description = "only those whose file or name matches this regular expression")
    private @Nullable String pattern;

    /**
     * Those that are wanted.
     *
     * @param what they are called, one of them
     * @param text their file and name
     * @throws UnusableInput where there are none, or the pattern is none
     */
    <T> List<T> of(List<T> all, String what, Function<T, String> text) {
        if (pattern == null) {
            return all;
        }
        Pattern wanted = compiled(pattern);
        var chosen = all.stream()
                .filter(each -> wanted.matcher(text.apply(each)).find())
                .toList();
        if (chosen.isEmpty()) {
            throw new UnusableInput("no " + what + " matches '" + pattern + "'; give a part of a file or of a name");
        }
        return chosen;
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new UnusableInput("'" + pattern + "' is not a regular expression: " + e.getDescription());
        }
    }
}
