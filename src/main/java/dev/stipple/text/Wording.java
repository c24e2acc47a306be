package dev.stipple.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One text in every language. */
public record Wording(
        @JsonProperty("en") String english,
        @JsonProperty("fr") String french) {
    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case FR -> french;
        };
    }
}
