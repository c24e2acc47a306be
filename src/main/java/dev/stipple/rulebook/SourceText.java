package dev.stipple.rulebook;

import dev.stipple.text.Place;

/** The text of a rule file, to turn offsets into places. */
record SourceText(String file, String text) {
    /** The place of the character at this offset. */
    Place place(int offset) {
        String before = text.substring(0, Math.min(offset, text.length()));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }

    Span span(int start, int end) {
        return new Span(place(start), start, end);
    }
}
