package dev.stipple.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** One text in every language. The spaces that French has inside its punctuation do not break at the end of a line. */
public record Wording(
        @JsonProperty("en") String english,
        @JsonProperty("fr") String french) {
    private static final char UNBROKEN = '\u00a0';
    private static final Pattern BEFORE = Pattern.compile(" (?=[:;?!»])");
    private static final Pattern AFTER = Pattern.compile("(?<=«) ");

    public Wording {
        french = unbroken(AFTER, unbroken(BEFORE, french));
    }

    private static String unbroken(Pattern space, String text) {
        return space.matcher(text).replaceAll(String.valueOf(UNBROKEN));
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case FR -> french;
        };
    }
}
