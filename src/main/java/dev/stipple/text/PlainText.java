package dev.stipple.text;

/** Text as people write it, which a database keeps and a log shows as it is. */
public final class PlainText {
    private PlainText() {}

    /** Whether there is no control character but the ends of lines and tabs, and no half of a character. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> true;
            default -> !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
        };
    }
}
