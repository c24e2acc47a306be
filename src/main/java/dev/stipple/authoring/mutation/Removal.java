package dev.stipple.authoring.mutation;

import dev.stipple.rule.Span;
import dev.stipple.text.RulesFolder;
import java.util.stream.Stream;

/** Finds what has to go with a part of a rule when that part is taken out: the word that joins it to the next. */
final class Removal {
    private Removal() {}

    /** The part with one of these separators before or after it; alone where it stands alone between parentheses. */
    static Stream<Span> of(RulesFolder folder, Span part, Span rule, String... separators) {
        String text = folder.text(part.file());
        int before = skipBack(text, part.start(), rule.start());
        int after = skip(text, part.end(), rule.end());
        for (String separator : separators) {
            if (text.startsWith(separator, before - separator.length())) {
                return Stream.of(new Span(part.place(), before - separator.length(), part.end()));
            }
        }
        for (String separator : separators) {
            if (text.startsWith(separator, after)) {
                return Stream.of(new Span(part.place(), part.start(), after + separator.length()));
            }
        }
        boolean alone = text.charAt(before - 1) == '(' && text.charAt(after) == ')';
        return alone ? Stream.of(part) : Stream.empty();
    }

    /** A whole pattern, with the {@code or} or {@code and} that joins it to another. */
    static Stream<Span> ofPattern(RulesFolder folder, Span part, Span rule) {
        return Stream.concat(of(folder, part, rule, " or", " and", "or ", "and "), Stream.of(part))
                .limit(1);
    }

    private static int skip(String text, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBack(String text, int from, int begin) {
        int at = from;
        while (at > begin && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
