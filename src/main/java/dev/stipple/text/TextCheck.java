package dev.stipple.text;

import java.util.Collection;
import java.util.regex.Pattern;

/** What no text that people read may hold: markup, which every door shows as it stands. */
public final class TextCheck {
    private static final Pattern MARKUP = Pattern.compile(
            "</?[A-Za-z!][^<>]*>|<[A-Za-z/!][^<]*$|&(?:[A-Za-z]+|#\\d+|#[xX][0-9A-Fa-f]+);|\\]\\(|\\*\\*|__|`|\\$\\{|\\{\\{");

    private static final int LONGEST = 4_000;

    private TextCheck() {}

    /** Adds what is wrong with a text that stands here. */
    public static void check(Place place, String text, Collection<Fault> faults) {
        if (text.length() > LONGEST) {
            faults.add(new Fault(
                    place, "limit", "this text has more than " + LONGEST + " characters", "say it in fewer words"));
        }
        var markup = MARKUP.matcher(text);
        if (markup.find()) {
            faults.add(new Fault(
                    place,
                    "markup",
                    "'" + markup.group() + "' is markup, and is shown as it stands",
                    "write plain text"));
        }
    }
}
