package dev.stipple;

import dev.stipple.wording.Language;
import dev.stipple.wording.Languages;
import dev.stipple.wording.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The languages that the rules of the tests are in, as the shipped ones are. */
public final class Spoken {
    public static final Language EN = new Language("en");
    public static final Language FR = new Language("fr");
    public static final Languages BOTH = new Languages(List.of(EN, FR));

    private Spoken() {}

    /** One text in both. */
    public static Wording wording(String english, String french) {
        var texts = new LinkedHashMap<>(Map.of(EN, english));
        texts.put(FR, french);
        return new Wording(texts);
    }
}
