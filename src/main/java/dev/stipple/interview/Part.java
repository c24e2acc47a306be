package dev.stipple.interview;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a page asks, for a door that asks question by question. */
public sealed interface Part {
    /** A question of a group that does not repeat. */
    record Single(Question question) implements Part {}

    /** Whether a group has entries. */
    record Gate(Group group) implements Part {}

    /** Every question of each entry of a group, also those that stand in tables elsewhere. */
    record Each(Group group) implements Part {}

    /** The parts of a page, in its order. */
    static List<Part> of(Questionnaire questionnaire, Page page) {
        Set<Part> parts = new LinkedHashSet<>();
        page.items().forEach(item -> add(questionnaire, item, parts));
        return List.copyOf(parts);
    }

    private static void add(Questionnaire questionnaire, Item item, Set<Part> parts) {
        if (item instanceof Item.Ask ask) {
            parts.add(new Single(ask.question()));
        } else if (item instanceof Item.Ticks ticks) {
            ticks.lines().forEach(line -> parts.add(of(line)));
        } else if (item instanceof Item.Cards cards) {
            cards.questions().forEach(question -> parts.add(new Single(question)));
        } else if (item instanceof Item.Table table) {
            table.rows().stream()
                    .filter(row ->
                            !questionnaire.group(row.group()).orElseThrow().repeats())
                    .forEach(row -> parts.add(new Single(row)));
        } else if (item instanceof Item.Entries entries) {
            parts.add(new Each(entries.group()));
        }
    }

    private static Part of(Line line) {
        return line.target() instanceof Line.Entry entry
                ? new Gate(entry.group())
                : new Single(((Line.Answer) line.target()).setting().question());
    }
}
