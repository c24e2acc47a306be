package dev.stipple.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.interview.Card;
import dev.stipple.interview.Interview;
import dev.stipple.interview.Item;
import dev.stipple.interview.Line;
import dev.stipple.interview.Page;
import dev.stipple.interview.Setting;
import dev.stipple.questionnaire.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what order a person is asked, and what stands on a page together. */
record InterviewTables(Texts texts, QuestionTables questions) {
    /**
     * The interview.
     *
     * @param recap what is asked once more of whoever denied it
     * @param ends answers that end it once the verdict is certain
     */
    record OfInterview(
            List<OfSection> sections,
            List<OfPage> afterwards,
            List<OfRecap> recap,
            List<QuestionTables.Requires> ends) {}

    /** Pages on one topic. */
    record OfSection(int title, List<OfPage> pages) {}

    /** What is asked at once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfPage(String id, int title, @Nullable Integer hint, List<OfItem> items) {}

    /**
     * What stands on a page.
     *
     * @param kind {@code ask}, {@code ticks}, {@code cards}, {@code table} or {@code entries}
     * @param questions the paths of what is asked; of ticks and cards, they follow from the lines
     * @param group whose entries are asked about
     * @param none the text of the line that excludes all others, and what it sets
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OfItem(
            String kind,
            @Nullable String id,
            @Nullable Integer text,
            @Nullable Integer hint,
            List<String> questions,
            @Nullable String group,
            List<OfLine> lines,
            @Nullable Integer none,
            List<List<String>> noneSets,
            List<OfRow> rows) {}

    /**
     * A line that can be ticked.
     *
     * @param sets the answer, as a path and a code; of a group, what tells its entries from those of other lines
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfLine(String id, int text, @Nullable String group, List<List<String>> sets) {}

    /** What is asked once more. */
    record OfRecap(String id, int text) {}

    /** Cards that belong together. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfRow(@Nullable Integer title, boolean folded, List<OfCard> cards) {}

    /** A line of which one is chosen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfCard(String id, int text, @Nullable String picture, List<List<String>> sets) {}

    OfInterview of(Interview interview) {
        return new OfInterview(
                interview.sections().stream()
                        .map(section -> new OfSection(
                                texts.of(section.title()),
                                section.pages().stream().map(this::of).toList()))
                        .toList(),
                interview.afterwards().stream().map(this::of).toList(),
                interview.recap().stream()
                        .map(each -> new OfRecap(each.setting().id(), texts.of(each.text())))
                        .toList(),
                interview.ends().stream().map(QuestionTables.Requires::of).toList());
    }

    private OfPage of(Page page) {
        return new OfPage(
                page.id(),
                texts.of(page.title()),
                texts.maybe(page.hint()),
                page.items().stream().map(this::of).toList());
    }

    private OfItem of(Item item) {
        if (item instanceof Item.Ticks ticks) {
            return new OfItem(
                    "ticks",
                    ticks.id(),
                    texts.of(ticks.text()),
                    texts.maybe(ticks.hint()),
                    List.of(),
                    null,
                    ticks.lines().stream().map(this::of).toList(),
                    texts.of(ticks.none().text()),
                    sets(ticks.none().sets()),
                    List.of());
        }
        if (item instanceof Item.Cards cards) {
            return new OfItem(
                    "cards",
                    cards.id(),
                    texts.of(cards.text()),
                    texts.maybe(cards.hint()),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    List.of(),
                    cards.rows().stream().map(this::of).toList());
        }
        if (item instanceof Item.Table table) {
            return asking("table", table.id(), texts.of(table.text()), texts.maybe(table.hint()), table.rows(), null);
        }
        return item instanceof Item.Entries entries
                ? asking(
                        "entries",
                        null,
                        null,
                        null,
                        entries.questions(),
                        entries.group().id())
                : asking("ask", null, null, null, item.questions(), null);
    }

    private static OfItem asking(
            String kind,
            @Nullable String id,
            @Nullable Integer text,
            @Nullable Integer hint,
            List<? extends Question> asked,
            @Nullable String group) {
        return new OfItem(
                kind,
                id,
                text,
                hint,
                asked.stream().map(Question::path).toList(),
                group,
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private OfLine of(Line line) {
        return line.target() instanceof Line.Entry entry
                ? new OfLine(line.id(), texts.of(line.text()), entry.group().id(), sets(entry.kind()))
                : new OfLine(
                        line.id(), texts.of(line.text()), null, sets(List.of(((Line.Answer) line.target()).setting())));
    }

    private OfRow of(Item.Row row) {
        return new OfRow(
                texts.maybe(row.title()),
                row.folded(),
                row.cards().stream().map(this::of).toList());
    }

    private OfCard of(Card card) {
        return new OfCard(card.id(), texts.of(card.text()), questions.named(card.picture()), sets(card.sets()));
    }

    private static List<List<String>> sets(List<Setting> settings) {
        return settings.stream()
                .map(setting -> List.of(setting.question().path(), setting.code()))
                .toList();
    }
}
