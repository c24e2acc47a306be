package dev.stipple.studio;

import java.util.Locale;

/**
 * A stretch of a file that names something.
 *
 * @param start offset of its first character
 * @param end offset after its last
 * @param capital whether it is written with a capital, as in a getter and in the name of an enum
 * @param defines whether the thing is said to be there, rather than spoken of
 */
public record Mention(Symbol symbol, String file, int start, int end, boolean capital, boolean defines) {
    /** How another name is written here. */
    String written(String name) {
        return capital ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }

    boolean holds(int offset) {
        return start <= offset && offset <= end;
    }
}
