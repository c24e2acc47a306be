package dev.stipple.studio;

import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Lays files out as rules folders have them: in rules indents and blank lines, everywhere the ends of lines and of the file.
 * Within parentheses the author's indents stay. What a file says does not change; one that cannot be read stays as it is.
 */
public final class Layout {
    private static final String STEP = "    ";

    /** Begin a line that is not indented. */
    private static final Set<String> OUTERMOST = Set.of("package", "import", "rule", "declare", "when", "then", "end");

    /** After these, what follows is indented. */
    private static final Set<String> OPENING = Set.of("rule", "declare", "when", "then");

    private final List<String> laid = new ArrayList<>();
    private boolean inside;
    private boolean gap;
    private int depth;
    private Within within = Within.CODE;

    /** What a sign stands in. */
    private enum Within {
        CODE,
        STRING,
        COMMENT
    }

    private Layout() {}

    /** The text of a file as it should be laid out. */
    public static String of(String file, String text) {
        return file.endsWith(RulesFolder.RULES) ? rules(text) : yaml(text);
    }

    private static String rules(String text) {
        var layout = new Layout();
        text.lines().forEach(layout::line);
        return layout.within == Within.CODE ? whole(layout.laid) : text;
    }

    private static String whole(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void line(String line) {
        if (within == Within.COMMENT) {
            laid.add(line.stripTrailing());
            scan(line);
        } else if (within == Within.STRING) {
            laid.add(line);
            scan(line);
        } else if (line.isBlank()) {
            gap = !laid.isEmpty();
        } else {
            code(line);
        }
    }

    private void code(String whole) {
        String line = whole.stripLeading();
        String word = line.split("\\W", 2)[0];
        boolean outermost = depth == 0 && OUTERMOST.contains(word);
        if (gap || (word.equals("rule") && outermost && follows("end"))) {
            laid.add("");
        }
        gap = false;
        inside = outermost ? OPENING.contains(word) : inside;
        String least = STEP.repeat(outermost ? 0 : (inside ? 1 : 0) + (depth > (line.startsWith(")") ? 1 : 0) ? 1 : 0));
        String own = whole.substring(0, whole.length() - line.length()).replace("\t", STEP);
        String indent = depth > 0 && own.length() > least.length() ? own : least;
        scan(line);
        laid.add(indent + (within == Within.STRING ? line : line.stripTrailing()));
    }

    private boolean follows(String word) {
        return !laid.isEmpty() && laid.get(laid.size() - 1).equals(word);
    }

    /** Goes on to the end of a line, and knows then what the next one stands in. */
    private void scan(String line) {
        for (int at = 0; at < line.length(); at++) {
            char sign = line.charAt(at);
            switch (within) {
                case STRING -> {
                    if (sign == '\\') {
                        at++;
                    } else if (sign == '"') {
                        within = Within.CODE;
                    }
                }
                case COMMENT -> {
                    if (line.startsWith("*/", at)) {
                        within = Within.CODE;
                        at++;
                    }
                }
                case CODE -> {
                    if (line.startsWith("//", at)) {
                        return;
                    }
                    sign(line, at);
                }
            }
        }
    }

    private void sign(String line, int at) {
        switch (line.charAt(at)) {
            case '"' -> within = Within.STRING;
            case '(' -> depth++;
            case ')' -> depth = Math.max(0, depth - 1);
            default -> within = line.startsWith("/*", at) ? Within.COMMENT : within;
        }
    }

    /** Blanks at the ends of lines may belong to a text that goes over lines; then they stay. */
    private static String yaml(String text) {
        String laid =
                whole(text.stripTrailing().lines().map(String::stripTrailing).toList());
        try {
            return Objects.equals(read(text), read(laid)) ? laid : text;
        } catch (YAMLException e) {
            return text;
        }
    }

    private static Object read(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}
