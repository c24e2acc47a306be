package dev.stipple.explain;

import dev.stipple.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A card laid out for a terminal. */
public record RuleCardText(RuleCard card, Language language) {

    /** The card line by line. */
    public List<String> lines() {
        ResourceBundle words = ConditionWords.words(language);
        var lines = new ArrayList<String>();
        lines.add(card.id() + "  " + card.title());
        lines.add("  " + card.effectName() + " (" + card.effect() + ") · " + card.factor() + " · " + card.file() + ":"
                + card.line());
        lines.add("  " + card.because());
        lines.add(words.getString("when"));
        card.when().forEach(line -> lines.add("  " + "  ".repeat(line.depth()) + "- " + line.text()));
        lines.add(words.getString("sources"));
        card.sources().forEach(source -> lines.add("  " + text(source)));
        if (!card.otherwise().isEmpty()) {
            lines.add(words.getString("otherwise"));
            card.otherwise()
                    .forEach(each -> lines.add("  " + each.source().id() + " ("
                            + words.getString(each.direction().name().toLowerCase(Locale.ROOT)) + ", " + each.effect()
                            + "): " + each.says()));
        }
        if (!card.notes().isEmpty()) {
            lines.add(words.getString("notes"));
            card.notes().forEach(each -> lines.add("  " + each.source().id() + ": " + each.says()));
        }
        lines.add(words.getString("scenarios") + ": " + card.scenarios().size());
        card.scenarios().stream()
                .limit(10)
                .forEach(each -> lines.add("  " + each.file() + ":" + each.line() + " " + each.name()));
        return lines;
    }

    private static String text(RuleCard.Cited source) {
        String year = source.year() == null ? "" : ", " + source.year();
        return source.id() + " " + source.title() + " (" + source.publisher() + year + "; " + source.strength() + ")";
    }
}
