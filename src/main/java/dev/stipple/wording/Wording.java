package dev.stipple.wording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One text in every language of a rulebook, the one that the rules are written in first. A space before a sign or inside
 * quotation marks, which French has, does not break at the end of a line.
 */
public record Wording(@JsonValue Map<Language, String> texts) {
    private static final Pattern INSIDE = Pattern.compile(" (?=[:;?!»])|(?<=«) ");

    public Wording {
        var unbroken = new LinkedHashMap<>(texts);
        unbroken.replaceAll((language, text) -> INSIDE.matcher(text).replaceAll("\u00a0"));
        texts = Collections.unmodifiableMap(unbroken);
    }

    /** The text in the language that the rules are written in. */
    public String original() {
        return texts.values().iterator().next();
    }

    /** Every text in another form. */
    public Wording map(UnaryOperator<String> form) {
        var mapped = new LinkedHashMap<>(texts);
        mapped.replaceAll((language, text) -> form.apply(text));
        return new Wording(mapped);
    }

    /** The text in this language; the original where the rulebook does not speak it. */
    public String in(Language language) {
        String text = texts.get(language);
        return text == null ? original() : text;
    }
}
