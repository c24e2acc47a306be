package dev.stipple.web.intake;

import java.util.regex.Pattern;

/**
 * What an entry is called, as in "Blood thinner", apart from what is said of it, as in ", such as warfarin".
 *
 * @param rest empty where nothing more is said
 */
public record Named(String name, String rest) {
    private static final Pattern REST = Pattern.compile("(?<=.)(, | \\(|\\h?: )");

    public static Named of(String caption) {
        var rest = REST.matcher(caption);
        int end = rest.find() ? rest.start() : caption.length();
        return new Named(caption.substring(0, end), caption.substring(end));
    }
}
