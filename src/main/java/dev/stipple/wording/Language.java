package dev.stipple.wording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A language that people are answered in, by its tag of BCP 47, such as {@code en} or {@code pt-BR}. */
public record Language(@JsonValue String tag) {
    /** How a tag may be written. */
    public static final String TAG = "[a-z]{2,3}(?:-[A-Z]{2})?";

    private static final Pattern FORM = Pattern.compile(TAG);
    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    /** The language of a text that cannot be read. */
    public static final Language UNKNOWN = new Language("und");

    public Language {
        if (!FORM.matcher(tag).matches()) {
            throw new IllegalArgumentException("'" + tag + "' is not the tag of a language");
        }
    }

    /** Whether this is the tag of a language that there is; of those with three letters, whether it is written like one. */
    public static boolean isTag(String text) {
        String letters = text.replaceFirst("-.*", "");
        return FORM.matcher(text).matches() && (letters.length() > 2 || TWO_LETTERS.contains(letters));
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** What its speakers call it. */
    public String name() {
        String name = locale().getDisplayName(locale());
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    /** What it is called in English, the language of faults. */
    public String inEnglish() {
        return locale().getDisplayName(Locale.ENGLISH);
    }

    @Override
    public String toString() {
        return tag;
    }
}
