package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Span;
import dev.stipple.text.Nearest;
import dev.stipple.text.TextCheck;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The annotations between the name of a rule and its {@code when}.
 *
 * @param values what is said, without quotes, by annotation name
 * @param spans where it stands, without quotes
 * @param refused annotations that are there in some form that cannot be read
 * @param starts where each annotation begins
 */
public record Metadata(Map<String, String> values, Map<String, Span> spans, Set<String> refused, Set<Integer> starts) {
    private static final List<String> KNOWN = List.of(
            "id", "effect", "recommend", "because", "source", "otherwise", "note", "asksFor", "despite", "about");
    private static final List<String> PROSE = List.of("because", "otherwise", "note", "despite");
    private static final List<String> TEXTS =
            List.of("because", "source", "otherwise", "note", "asksFor", "despite", "about");
    private static final Pattern BLANK = Pattern.compile("(?:\\s+|//[^\\n]*|/\\*.*?\\*/)++", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("rule\\s+(?:\"[^\"]*\"|'[^']*'|[\\w.]+)");
    private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)\\s*\\(\\s*(?:\"([^\"\\n]*)\"|([\\w-]+))\\s*\\)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The names of all annotations that there are. */
    public static List<String> names() {
        return KNOWN;
    }

    /** The text with its annotations blanked out, which Drools reads several times faster; nothing else moves. */
    public static String blank(String text) {
        return ANNOTATION
                .matcher(text)
                .replaceAll(match -> " ".repeat(match.group().length()));
    }

    /** Reads the annotations of the rule that begins at this offset. */
    static Metadata read(SourceText source, int start, Faults faults) {
        var metadata = new Metadata(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
        Matcher matcher = matcher(source, NAME, start);
        int at = matcher.lookingAt() ? matcher.end() : start;
        while (at < source.text().length()) {
            at = skipBlank(source, at);
            if (matcher(source, Pattern.compile("when\\b|then\\b"), at).lookingAt()) {
                break;
            }
            matcher = matcher(source, ANNOTATION, at);
            if (matcher.lookingAt()) {
                metadata.add(source, matcher, faults);
                at = matcher.end();
            } else {
                at = metadata.refuse(source, at, faults);
            }
        }
        return metadata;
    }

    /** Refuses what stands here, and tells where the next line begins. */
    private int refuse(SourceText source, int at, Faults faults) {
        int end = source.text().indexOf('\n', at);
        int next = end < 0 ? source.text().length() : end + 1;
        String word = SPACE.splitAsStream(source.text().substring(at, next))
                .findFirst()
                .orElse("");
        boolean annotation = word.startsWith("@");
        if (annotation) {
            IntStream.range(at, next)
                    .filter(offset -> source.text().charAt(offset) == '@')
                    .forEach(starts::add);
            refused.add(word.substring(1).replaceFirst("\\W.*", ""));
        }
        faults.add(
                source.place(at),
                annotation ? "metadata" : "dialect",
                annotation
                        ? "'" + word + "' is not one quoted value on one line"
                        : "'" + word + "' has no place between a rule's name and its 'when'",
                annotation ? "write @because(\"one text\")" : "remove it: the order of rules means nothing here");
        return next;
    }

    /**
     * Refuses annotations that stand where they say nothing: among conditions, in consequences and between rules. Before a
     * condition, whatever follows the sign would be taken for an annotation, and the condition be gone.
     */
    static void checkStray(SourceText source, List<Metadata> rules, Faults faults) {
        Set<Integer> read = rules.stream().flatMap(rule -> rule.starts.stream()).collect(Collectors.toSet());
        var tokens = new Tokens(source, 0, source.text().length());
        while (!tokens.atEnd()) {
            Span at = tokens.take();
            if (at.in(source.text()).equals("@") && !read.contains(at.start())) {
                faults.add(
                        at.place(),
                        "metadata",
                        "an annotation says nothing here",
                        "write it between the name of its rule and 'when'");
            }
        }
    }

    boolean isRefused(String annotation) {
        return refused.contains(annotation);
    }

    private void add(SourceText source, Matcher annotation, Faults faults) {
        starts.add(annotation.start());
        String name = annotation.group(1);
        int group = annotation.group(2) == null ? 3 : 2;
        if (!KNOWN.contains(name)) {
            faults.unknown(source.place(annotation.start() + 1), "annotation", name, KNOWN);
            Nearest.to(name, KNOWN).ifPresent(refused::add);
        }
        Span value = source.span(annotation.start(group), annotation.end(group));
        if (KNOWN.contains(name) && value.start() < value.end() && TEXTS.contains(name) == (group == 3)) {
            faults.add(
                    value.place(),
                    "metadata",
                    group == 3 ? "a text stands in quotes" : "a name stands without quotes",
                    group == 3
                            ? "write @" + name + "(\"...\")"
                            : "write @" + name + "(" + value.in(source.text()) + ")");
        }
        if (PROSE.contains(name)) {
            TextCheck.check(value.place(), value.in(source.text()), faults.collection());
        }
        if (values.putIfAbsent(name, annotation.group(group)) != null) {
            faults.add(
                    source.place(annotation.start()), "metadata", "@" + name + " is written twice", "keep one of them");
        }
        spans.putIfAbsent(name, value);
    }

    private static int skipBlank(SourceText source, int at) {
        Matcher blank = matcher(source, BLANK, at);
        return blank.lookingAt() ? blank.end() : at;
    }

    private static Matcher matcher(SourceText source, Pattern pattern, int start) {
        return pattern.matcher(source.text()).region(start, source.text().length());
    }
}
