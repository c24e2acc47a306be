package dev.stipple.studio;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A text by lines and columns, both counted from 0 in UTF-16 units, as editors count. */
public final class TextLines {
    private final String text;
    private final int[] starts;

    public TextLines(String text) {
        this.text = text;
        this.starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(offset -> text.charAt(offset) == '\n')
                                .map(offset -> offset + 1))
                .toArray();
    }

    public String text() {
        return text;
    }

    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    public int column(int offset) {
        return offset - starts[line(offset)];
    }

    /** The offset of a position, or of the nearest one that there is. */
    public int offset(int line, int column) {
        if (line < 0 || line >= starts.length) {
            return line < 0 ? 0 : text.length();
        }
        return Math.min(starts[line] + Math.max(0, column), end(line));
    }

    private int end(int line) {
        return line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    }

    /** Where the word that begins here ends, or else what stands on this line. */
    public int wordEnd(int offset) {
        int end = offset;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        int line = end(line(offset));
        return end > offset ? end : Math.min(line, offset + 1);
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign) || "_$.-@".indexOf(sign) >= 0;
    }
}
