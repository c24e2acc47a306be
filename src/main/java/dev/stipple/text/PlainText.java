package dev.stipple.text;

/** Text as people write it, which a database keeps and a log shows as it is, and which reads as it is written. */
public final class PlainText {
    /** What is wrong with any other. */
    public static final String FAULT =
            "this text has a control character, one that turns the direction of writing, or half of a character";

    private PlainText() {}

    /** Whether no character controls anything but the ends of lines and tabs, or is half of one. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> true;
            default ->
                !Character.isISOControl(character)
                        && Character.getType(character) != Character.SURROGATE
                        && !turns(character);
        };
    }

    /** Embeddings, overrides and isolates of Unicode's bidirectional algorithm, which make a name read as another one. */
    private static boolean turns(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
