package dev.stipple.explain;

import dev.stipple.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a rule fired or did not, laid out for a terminal. */
public record WhyNotText(WhyNotCard card, Language language) {

    /** The explanation line by line. */
    public List<String> lines() {
        ResourceBundle words = ConditionWords.words(language);
        var lines = new ArrayList<String>();
        lines.add(card.rule() + "  " + card.title());
        lines.add("  " + words.getString(card.fired() ? "fired" : card.failed().isEmpty() ? "waits" : "notFired"));
        if (!card.failed().isEmpty()) {
            lines.add(words.getString("unmet"));
            card.failed().forEach(unmet -> add(lines, words, unmet));
        }
        if (!card.hangsOn().isEmpty()) {
            lines.add(words.getString("hangsOn"));
            card.hangsOn().forEach(open -> lines.add("  - " + open.question() + " [" + open.pointer() + "]"));
        }
        return List.copyOf(lines);
    }

    private static void add(List<String> lines, ResourceBundle words, WhyNotCard.Unmet unmet) {
        unmet.wanted().forEach(line -> lines.add("  " + "  ".repeat(line.depth()) + "- " + line.text()));
        String cause = words.getString(
                "cause." + unmet.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        String answer = unmet.answer() == null ? "" : " " + unmet.answer() + " [" + unmet.pointer() + "]";
        lines.add("      " + cause + answer + "  (" + unmet.place() + ")");
    }
}
