package dev.stipple.text;

import java.util.Collection;
import java.util.regex.Pattern;

/** What no text that people read may hold, in either language: markup, and the advice to stop a medicine. */
public final class TextCheck {
    private static final Pattern MARKUP = Pattern.compile(
            "</?[A-Za-z!][^<>]*>|<[A-Za-z/!][^<]*$|&(?:[A-Za-z]+|#\\d+|#[xX][0-9A-Fa-f]+);|\\]\\(|\\*\\*|__|`|\\$\\{|\\{\\{");

    private static final String MEDICINE_EN =
            "medicines?|medications?|drugs?|tablets?|pills?|doses?|injections?|prescriptions?|treatments?|thinners?"
                    + "|insulin|inhalers?|antibiotics?|anticoagulants?|antidepressants?|steroids?";
    private static final String MEDICINE_FR =
            "médicaments?|comprimés?|pilules?|cachets?|doses?|piqûres?|injections?|ordonnances?|traitements?|insuline"
                    + "|antibiotiques?|anticoagulants?|antidépresseurs?|corticoïdes?";

    /** An instruction to stop, not one not to. */
    private static final Pattern STOP_EN = Pattern.compile(
            "(?<!\\b(?:not|never|n't|without|than|or|and|before you|if you|you|to)\\s)\\b(?:stop|pause|skip|quit|discontinue|interrupt|suspend"
                    + "|cease|omit|drop|halve|come off|leave out|leave off|go without)\\s+(?:(?:taking|using)\\b|(?:[\\w'-]+\\s+){0,3}?(?:"
                    + MEDICINE_EN + ")\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern STOP_FR = Pattern.compile(
            "(?<!\\b(?:n'|n’|ne\\s|ni\\s|sans\\s|ou\\s|avant d'|vous\\s))\\b(?:arrêtez|arrêter|suspendez|suspendre|interrompez|interrompre|cessez|cesser"
                    + "|stoppez|stopper|sautez|sauter|supprimez)\\s+(?:(?:de|d')\\s*(?:prendre|utiliser)\\b|(?:[\\w'’-]+\\s+){0,3}?(?:"
                    + MEDICINE_FR + ")\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private TextCheck() {}

    /** Adds what is wrong with a text that stands here. */
    public static void check(Place place, String text, Collection<Fault> faults) {
        var markup = MARKUP.matcher(text);
        if (markup.find()) {
            faults.add(new Fault(
                    place,
                    "markup",
                    "'" + markup.group() + "' is markup, and is shown as it stands",
                    "write plain text"));
        }
        if (STOP_EN.matcher(text).find() || STOP_FR.matcher(text).find()) {
            faults.add(new Fault(
                    place,
                    "advice",
                    "this tells somebody to stop a medicine, which only who prescribed it may",
                    "send them to whoever prescribed it"));
        }
    }
}
