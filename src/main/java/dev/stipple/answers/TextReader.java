package dev.stipple.answers;

import dev.stipple.questionnaire.Question;
import dev.stipple.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Reads free words as they were sent. */
public final class TextReader {
    /** Control characters, and those that turn the direction of writing, as {@link PlainText} has them. */
    private static final String UNFIT = "\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069";

    /** What is accepted, as a regular expression that Java and JSON Schema (ECMA-262) read alike. */
    public static final String PATTERN = "^[ \\t\\n\\r]*[^\\u0000-\\u0020" + UNFIT
            + "][^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f" + UNFIT + "]*$";

    private static final String EXPECTED = "a text of at most " + Question.Text.LONGEST + " characters";

    private TextReader() {}

    /** What is wrong with words; null where nothing is. */
    public static @Nullable String problem(String text) {
        if (text.codePointCount(0, text.length()) > Question.Text.LONGEST) {
            return "this text is too long";
        }
        if (!PlainText.is(text)) {
            return PlainText.FAULT;
        }
        return isBlank(text) ? "this text is empty" : null;
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(character -> " \t\n\r".indexOf(character) >= 0);
    }

    /** The words; null where there is a fault, which never repeats them. */
    static @Nullable String read(SentJson sent, AnswerFaults faults) {
        String text = sent.text().orElse(null);
        String problem = text == null ? "this is not a text" : problem(text);
        if (problem != null) {
            faults.add(sent, problem, EXPECTED);
        }
        return problem == null ? text : null;
    }
}
