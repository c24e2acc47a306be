package dev.stipple.rule;

import dev.stipple.text.Place;

/**
 * A stretch of a rule file.
 *
 * @param start offset of the first character, from 0
 * @param end offset after the last character
 */
public record Span(Place place, int start, int end) {
    public String file() {
        return place.file();
    }

    /** The text of this stretch within the text of its file. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** The text of the file with this stretch replaced. */
    public String replace(String text, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
