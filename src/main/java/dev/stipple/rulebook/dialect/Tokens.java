package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a stretch of a rule file, read one by one; comments and white space are passed over. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|//[^\\n]*|/\\*.*?\\*/|(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'|[\\w$]+(?:\\.[\\w$]+)*|-\\d+|[=!<>]=|&&|\\|\\||.)",
            Pattern.DOTALL);

    private final SourceText source;
    private final int end;
    private final List<Span> spans = new ArrayList<>();
    private int next;

    Tokens(SourceText source, int start, int end) {
        this.source = source;
        this.end = end;
        Matcher matcher = TOKEN.matcher(source.text()).region(start, end);
        while (matcher.lookingAt()) {
            if (matcher.group(1) != null) {
                spans.add(source.span(matcher.start(), matcher.end()));
            }
            matcher.region(matcher.end(), end);
        }
    }

    /** The next token, or an empty text at the end. */
    String peek() {
        return peek(0);
    }

    /** The token that stands so many after the next, or an empty text past the end. */
    String peek(int ahead) {
        return next + ahead < spans.size() ? spans.get(next + ahead).in(source.text()) : "";
    }

    /** Where the next token stands. */
    Span span() {
        return next < spans.size() ? spans.get(next) : source.span(end, end);
    }

    /** Moves past the next token and tells where it stood. */
    Span take() {
        Span span = span();
        next++;
        return span;
    }

    /** Moves past the next token where it is this one. */
    boolean take(String token) {
        if (peek().equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    /** The text of the whole file, which spans refer to. */
    String text() {
        return source.text();
    }

    boolean atEnd() {
        return next >= spans.size();
    }

    /** The stretch from the beginning of one token to the end of the one taken last. */
    Span since(Span first) {
        return source.span(first.start(), spans.get(next - 1).end());
    }
}
