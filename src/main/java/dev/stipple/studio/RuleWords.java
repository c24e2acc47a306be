package dev.stipple.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a rule file, finished or not; comments and white space are passed over. */
final class RuleWords {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|//[^\\n]*|/\\*.*?(?:\\*/|\\z)|(@\\w+\\s*\\(\\s*(?:\"[^\"\\n]*\"?|[\\w-]*)|@\\w*|\"[^\"\\n]*\"?|[\\w$]+|[=!<>]=|&&|\\|\\||.)",
            Pattern.DOTALL);

    /**
     * One of them.
     *
     * @param text as written; of an annotation, up to its value
     */
    record Word(String text, int start) {
        int end() {
            return start + text.length();
        }

        boolean isAnnotation() {
            return text.startsWith("@");
        }
    }

    private RuleWords() {}

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            if (matcher.group(1) != null) {
                words.add(new Word(matcher.group(1), matcher.start(1)));
            }
            matcher.region(matcher.end(), text.length());
        }
        return words;
    }
}
