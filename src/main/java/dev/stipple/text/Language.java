package dev.stipple.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that people are answered in. */
public enum Language {
    EN,
    FR;

    /** The tag used in requests and files: {@code en}, {@code fr}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    public static Optional<Language> of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
