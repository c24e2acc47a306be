package dev.stipple.api;

import dev.stipple.text.Nearest;
import dev.stipple.wording.Language;
import dev.stipple.wording.Languages;
import org.jspecify.annotations.Nullable;

/** Nothing is worded in this language. */
public final class UnknownLanguage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnknownLanguage(Languages languages, String named) {
        super("There is no such language; " + Nearest.remedy(named, languages.tags()) + ".");
    }

    /**
     * The language that a request names; where it names none, the one that the rules are written in.
     *
     * @throws UnknownLanguage where the rulebook does not speak it
     */
    public static Language unless(Languages languages, @Nullable String named) {
        return named == null
                ? languages.original()
                : languages.of(named).orElseThrow(() -> new UnknownLanguage(languages, named));
    }
}
