package dev.stipple.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** One text in every language. The spaces that French has inside its punctuation do not break at the end of a line. */
public record Wording(
        @JsonProperty("en") String english,
        @JsonProperty("fr") String french) {
    private static final Pattern INSIDE = Pattern.compile(" (?=[:;?!»])|(?<=«) ");

    public Wording {
        french = INSIDE.matcher(french).replaceAll("\u00a0");
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case FR -> french;
        };
    }
}
