package dev.stipple.text;

import java.util.Comparator;

/** A position in a file of the rules folder; line and column count from 1. */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /** The beginning of a file, for faults of the file as a whole. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    /** The place of the character at this offset of a text. */
    public static Place at(String file, String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
        return new Place(file, line, offset - before.lastIndexOf('\n'));
    }

    /** The first line of a text that is not as expected, or its last where only something is missing at the end. */
    public static Place ofDifference(String file, String text, String expected) {
        var lines = text.lines().toList();
        var others = expected.lines().toList();
        int same = 0;
        while (same < Math.min(lines.size(), others.size()) && lines.get(same).equals(others.get(same))) {
            same++;
        }
        return new Place(file, Math.max(1, Math.min(same + 1, lines.size())), 1);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
