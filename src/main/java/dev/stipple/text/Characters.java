package dev.stipple.text;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The characters that a rules file may hold: those that can be seen, and letters that English and French are written with.
 * Others are named by their code point, as they look like what they are not (Unicode Technical Standard 39) or turn the
 * direction in which the text is read.
 */
public final class Characters {
    private static final int MICRO = 0xb5;

    private Characters() {}

    /** Each character of a file that has no place in it. */
    public static Stream<Fault> faults(String file, String text) {
        return strange(text)
                .boxed()
                .flatMap(offset -> problem(text.codePointAt(offset)).stream()
                        .map(problem -> fault(Place.at(file, text, offset), problem)));
    }

    /** What is wrong with the first character of a value that has no place in a text. */
    static Optional<String> problem(String value) {
        return strange(value)
                .boxed()
                .flatMap(offset -> problem(value.codePointAt(offset)).stream())
                .findFirst();
    }

    /** A fault of a character that is named like this. */
    public static Fault fault(Place place, String problem) {
        return new Fault(place, "character", problem, "take it out, or write the plain character that is meant");
    }

    /** The code point and the name of a character, as Unicode has them. */
    public static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return "U+%04X".formatted(codePoint) + (name == null ? "" : " " + name);
    }

    /** Where characters are that a keyboard for English does not have; most texts have few. */
    private static IntStream strange(String text) {
        return IntStream.range(0, text.length())
                .filter(offset -> !isPlain(text.charAt(offset)))
                .filter(offset ->
                        offset == 0 || !Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset)));
    }

    private static boolean isPlain(char character) {
        return (character >= ' ' && character <= '~') || character == '\n';
    }

    private static Optional<String> problem(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL ->
                "\n\r\t".indexOf(codePoint) < 0 ? of("the control character", codePoint) : Optional.empty();
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                of("the invisible character", codePoint);
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                of("the meaningless character", codePoint);
            case Character.DECIMAL_DIGIT_NUMBER ->
                codePoint > '9' ? of("the foreign digit", codePoint) : Optional.empty();
            default ->
                Character.isLetter(codePoint) && isForeign(codePoint)
                        ? of("the foreign letter", codePoint)
                        : Optional.empty();
        };
    }

    private static boolean isForeign(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script != UnicodeScript.LATIN && script != UnicodeScript.GREEK && codePoint != MICRO;
    }

    private static Optional<String> of(String kind, int codePoint) {
        return Optional.of(kind + " " + name(codePoint) + " stands here");
    }
}
