package dev.stipple.rulebook;

import dev.stipple.text.Place;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of a rule file, to turn offsets into places. */
final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;

    SourceText(String file, String text) {
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
}
