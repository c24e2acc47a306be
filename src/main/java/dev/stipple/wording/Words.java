package dev.stipple.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words around what rules say, from {@code words/} among the resources: a file of each name for each language. */
public final class Words {
    /** The language of the files that name none; what another language lacks is said in it. */
    static final Languages WRITTEN_IN = new Languages(List.of(new Language("en")));

    /** The names of the files. */
    static final List<String> FILES =
            List.of("messages", "console", "forms", "explanation", "card", "summary", "offline");

    static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String FOLDER = "words/";

    private Words() {}

    /** The words of a file in one language, whatever language the machine speaks. */
    public static ResourceBundle of(String file, Language language) {
        return ResourceBundle.getBundle(FOLDER + file, language.locale(), CONTROL);
    }

    /** One of the words in each language. */
    public static Wording of(String file, String key, Languages languages) {
        var texts = new LinkedHashMap<Language, String>();
        languages
                .all()
                .forEach(language -> texts.put(language, of(file, language).getString(key)));
        return new Wording(texts);
    }

    /** Where the words of a file stand in one language. */
    static String resource(String file, Language language) {
        Locale locale = WRITTEN_IN.all().contains(language) ? Locale.ROOT : language.locale();
        return CONTROL.toResourceName(CONTROL.toBundleName(FOLDER + file, locale), "properties");
    }
}
