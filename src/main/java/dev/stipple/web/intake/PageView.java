package dev.stipple.web.intake;

import dev.stipple.interview.Item;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Group;
import dev.stipple.web.Pictures;
import dev.stipple.web.intake.form.Control;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.PageAnswers;
import dev.stipple.web.intake.form.Progress;
import dev.stipple.web.intake.form.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A page of the interview, as it is shown.
 *
 * @param title what its parts have in common
 * @param alone whether the only part has the title's place
 * @param turning whether it may turn by itself once everything is answered: where there is nothing to tick, and nothing to
 *     correct
 * @param certain whether the verdict is certain and this is still asked
 * @param stop address of where to stop; null where everybody is asked on
 * @param unread whether something was sent that nothing on the page takes
 * @param back address of the page before; null at the first
 */
record PageView(
        String title,
        @Nullable String hint,
        boolean alone,
        List<Block> blocks,
        @Nullable Progress progress,
        boolean turning,
        boolean certain,
        @Nullable String stop,
        boolean unread,
        String address,
        @Nullable String back) {
    /**
     * Fields that belong together.
     *
     * @param kind what it is: a question alone, a table or an entry
     * @param caption what the fields are about; null for a field alone
     * @param removal address to post to so that the entry is taken out; null where there is none
     * @param more address to post to for another entry; null where this is not the last one
     * @param entry what one entry is called
     */
    record Block(
            String kind,
            @Nullable String caption,
            @Nullable String hint,
            List<Field> fields,
            @Nullable String removal,
            @Nullable String more,
            @Nullable String entry) {
        /** The faults of its fields. */
        public List<Field> faulty() {
            return fields.stream().filter(field -> field.fault() != null).toList();
        }
    }

    /** Every field with a fault. */
    public List<Field> faulty() {
        return blocks.stream().flatMap(block -> block.faulty().stream()).toList();
    }

    /** What is still open on a page of which something was answered before. */
    public List<Field> left() {
        List<Field> seen = blocks.stream()
                .flatMap(block -> block.fields().stream())
                .filter(Field::seen)
                .toList();
        return !unread && faulty().isEmpty() && seen.stream().anyMatch(Field::isAnswered)
                ? seen.stream().filter(field -> !field.isAnswered()).toList()
                : List.of();
    }

    /** The page of a form; with what was sent and could not be taken, where that was so. */
    static PageView of(
            Visit visit,
            Page page,
            Pictures pictures,
            String query,
            MultiValueMap<String, String> posted,
            PageAnswers.Result result) {
        var fields = new Fields(visit, page, pictures, posted, result.faults());
        List<Block> blocks = page.items().stream()
                .flatMap(item -> blocks(visit, page, item, fields, query).stream())
                .toList();
        var language = visit.language();
        boolean asked = query.isEmpty() && visit.course().isDue(page);
        boolean alone = blocks.size() == 1 && blocks.get(0).kind().equals("field");
        return new PageView(
                alone ? blocks.get(0).fields().get(0).text() : page.title().in(language),
                page.hint() == null ? null : page.hint().in(language),
                alone,
                blocks,
                Progress.of(visit, page).orElse(null),
                asked && turns(blocks),
                asked && visit.isSettled(),
                visit.isHopeless() ? visit.address("check") : null,
                result.unread(),
                visit.address("pages/" + page.id()) + query,
                Steps.before(visit, page).map(visit::address).orElse(null));
    }

    /** Who ticks is not known to have finished; who chooses the last of single answers has. */
    private static boolean turns(List<Block> blocks) {
        List<Field> fields =
                blocks.stream().flatMap(block -> block.fields().stream()).toList();
        return !fields.isEmpty()
                && blocks.stream().noneMatch(block -> block.kind().equals("entry"))
                && fields.stream().allMatch(field -> List.of("one", "number").contains(field.kind()))
                && fields.get(fields.size() - 1).kind().equals("one");
    }

    private static List<Block> blocks(Visit visit, Page page, Item item, Fields fields, String query) {
        if (item instanceof Item.Entries entries) {
            return entries(visit, page, entries, fields, query);
        }
        List<Field> found = Control.of(visit.course(), visit.form(), page, item).stream()
                .map(fields::field)
                .toList();
        if (item instanceof Item.Table table) {
            return found.isEmpty()
                    ? List.of()
                    : List.of(new Block(
                            "table",
                            table.text().in(visit.language()),
                            table.hint() == null ? null : table.hint().in(visit.language()),
                            found,
                            null,
                            null,
                            null));
        }
        return found.stream()
                .map(field -> new Block("field", null, null, List.of(field), null, null, null))
                .toList();
    }

    private static List<Block> entries(Visit visit, Page page, Item.Entries item, Fields fields, String query) {
        Group group = item.group();
        List<Integer> keys = visit.form().entries(group);
        var blocks = new ArrayList<Block>();
        for (int key : keys) {
            List<Field> own = Control.of(visit.course(), visit.form(), page, item).stream()
                    .filter(control -> control instanceof Control.OfQuestion of
                            && of.place().entry() == key)
                    .map(fields::field)
                    .toList();
            if (!own.isEmpty()) {
                String address = visit.address("pages/" + page.id() + "/entries/" + group.id());
                boolean last = key == keys.get(keys.size() - 1);
                blocks.add(new Block(
                        "entry",
                        caption(visit, new FormPlace(group, key, null)),
                        null,
                        own,
                        address + "/" + key + "/removal" + query,
                        last ? address + query : null,
                        Objects.requireNonNull(group.entry()).in(visit.language())));
            }
        }
        return blocks;
    }

    /** What a place belongs to: the kind of its entry, or its number, as in "Treatment 2". */
    static String caption(Visit visit, FormPlace place) {
        var language = visit.language();
        if (place.entry() == 0) {
            return place.group().title().in(language);
        }
        return kind(visit, place).orElseGet(() -> {
            int number = visit.form().index(place).orElse(0) + 1;
            String entry = Objects.requireNonNull(place.group().entry()).in(language);
            return entry.substring(0, 1).toUpperCase(Locale.ROOT) + entry.substring(1) + " " + number;
        });
    }

    /** What the lists of the interview call an entry. */
    private static Optional<String> kind(Visit visit, FormPlace place) {
        var index = visit.form().index(place);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        var entry = visit.answers().entries(place.group()).get(index.getAsInt());
        return visit.assessor().rulebook().interview().pageOf(place.group()).lineOf(place.group(), entry).stream()
                .flatMap(line -> Stream.of(line.text().in(visit.language())))
                .findFirst();
    }
}
