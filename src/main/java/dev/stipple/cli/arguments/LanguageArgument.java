package dev.stipple.cli.arguments;

import dev.stipple.wording.Language;
import dev.stipple.wording.Languages;

/** The language that a command is told to answer in. */
public final class LanguageArgument {
    private LanguageArgument() {}

    /**
     * The language with this tag.
     *
     * @throws UnusableInput where the rulebook does not speak it
     */
    public static Language of(String tag, Languages languages) {
        return languages
                .of(tag)
                .orElseThrow(() -> new UnusableInput("there is no language '" + tag + "'; use " + languages.choice()));
    }
}
