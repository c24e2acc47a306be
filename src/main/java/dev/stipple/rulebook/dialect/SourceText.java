package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Span;
import dev.stipple.text.Place;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** The text of a rule file, to turn offsets into places. */
public final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;

    public SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(offset -> text.charAt(offset) == '\n')
                                .map(offset -> offset + 1))
                .toArray();
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The place of the character at this offset. */
    Place place(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, offset - lineStarts[line] + 1);
    }

    /** The place in this line, counted from 1, after so many characters. */
    Place place(int line, int characters) {
        return new Place(file, Math.max(1, line), Math.max(0, characters) + 1);
    }

    Span span(int start, int end) {
        return new Span(place(start), start, end);
    }

    /** Where a node stands. */
    Span span(BaseDescr descr) {
        int start = start(descr);
        return span(start, Math.max(start, descr.getEndCharacter() + 1));
    }

    /** Where a node begins; of those that Drools gives no place of their own, where what they draw from does. */
    private static int start(BaseDescr descr) {
        if (descr.getStartCharacter() >= 0) {
            return descr.getStartCharacter();
        }
        return descr instanceof PatternDescr pattern && pattern.getSource() != null
                ? Math.max(0, pattern.getSource().getStartCharacter())
                : 0;
    }
}
