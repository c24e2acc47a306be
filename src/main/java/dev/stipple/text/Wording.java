package dev.stipple.text;

/** One text in every language. */
public record Wording(String english, String french) {
    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case FR -> french;
        };
    }
}
