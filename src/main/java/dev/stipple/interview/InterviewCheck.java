package dev.stipple.interview;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.text.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that an interview asks every question once, in an order that can be followed, and that its lists lose nothing. */
final class InterviewCheck {
    private static final int MOST_LINES = 13;
    private static final int MOST_LISTS = 2;

    private final Questionnaire questionnaire;
    private final Interview interview;
    private final Placed placed;

    InterviewCheck(Questionnaire questionnaire, Interview interview, Placed placed) {
        this.questionnaire = questionnaire;
        this.interview = interview;
        this.placed = placed;
    }

    void check(YamlNode file) {
        questionnaire.questions().forEach(question -> checkOnce(question, file));
        questionnaire.groups().stream().filter(Group::repeats).forEach(group -> checkOnce(group, file));
        interview.pages().forEach(this::check);
        interview.afterwards().forEach(this::checkAfterwards);
        checkRecap(file.at("recap"));
    }

    private void checkRecap(YamlNode node) {
        Set<String> lines = interview.walked().stream()
                .flatMap(page -> page.lines().stream())
                .map(Line::id)
                .collect(Collectors.toSet());
        interview.recap().stream()
                .map(Recap::setting)
                .filter(setting -> !lines.contains(setting.id()))
                .forEach(setting -> node.fault(
                        "recap", "no line of a list is about " + setting.id(), "name what a line stands for"));
    }

    private void checkOnce(Question question, YamlNode file) {
        List<Page> pages = interview.pages().stream()
                .filter(page -> page.items().stream().anyMatch(item -> item.asks(question)))
                .toList();
        checkOnce(question.path(), pages, file);
        question.askedWhen().forEach(requirement -> checkOrder(question, requirement));
    }

    private void checkOnce(Group group, YamlNode file) {
        List<Page> pages = interview.pages().stream()
                .filter(page -> page.items().stream().anyMatch(item -> item.asks(group)))
                .toList();
        checkOnce(group.id(), pages, file);
    }

    private void checkOnce(String what, List<Page> pages, YamlNode file) {
        if (pages.isEmpty()) {
            file.at("sections").fault("unplaced", "'" + what + "' is on no page", "put it on one");
        }
        if (pages.size() > 1) {
            placed.of(pages.get(1)).fault("placed-twice", "'" + what + "' is on two pages", "leave it on one");
        }
    }

    /** What hangs on an answer is asked on the same page or later. */
    private void checkOrder(Question question, Requirement requirement) {
        Optional<Place> place = place(question);
        Optional<Place> other = questionnaire.question(requirement.question()).flatMap(this::place);
        if (place.isPresent()
                && other.isPresent()
                && place.get().index() < other.get().index()) {
            placed.of(place.get().item())
                    .fault(
                            "order",
                            "'" + question.path() + "' hangs on '" + requirement.question() + "', which is asked later",
                            "put it after that");
        }
    }

    /** An item that asks, and its place among all items. */
    private record Place(int index, Item item) {}

    private Optional<Place> place(Question question) {
        List<Item> items = interview.pages().stream()
                .flatMap(page -> page.items().stream())
                .toList();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).asks(question)) {
                return Optional.of(new Place(i, items.get(i)));
            }
        }
        return Optional.empty();
    }

    private void check(Page page) {
        if (page.items().stream().filter(Item.Ticks.class::isInstance).count() > MOST_LISTS) {
            placed.of(page).fault("limit", "there are more than " + MOST_LISTS + " lists on this page", "divide it");
        }
        for (Item item : page.items()) {
            if (item instanceof Item.Ticks ticks) {
                check(page, ticks, placed.of(item));
            } else if (item instanceof Item.Cards cards) {
                check(cards, placed.of(item));
            } else if (item instanceof Item.Ask ask) {
                checkAsk(ask, placed.of(item));
            }
        }
    }

    private void checkAsk(Item.Ask ask, YamlNode node) {
        if (questionnaire.group(ask.question().group()).filter(Group::repeats).isPresent()) {
            node.fault(
                    "foreign-entry",
                    "'" + ask.question().path() + "' is asked of each entry",
                    "write {entries: " + ask.question().group() + "}");
        }
    }

    private void check(Page page, Item.Ticks ticks, YamlNode node) {
        if (ticks.lines().size() > MOST_LINES) {
            node.fault("limit", "a list of over " + MOST_LINES + " lines hides some of them", "divide it");
        }
        Set<String> seen = new HashSet<>();
        for (Line line : ticks.lines()) {
            if (!seen.add(line.id())) {
                node.fault("duplicate", "two lines stand for " + line.id(), "keep one of them");
            }
            if (line.target() instanceof Line.Answer answer) {
                check(page, answer.setting().question(), node);
            } else if (line.target() instanceof Line.Entry entry) {
                entry.kind().forEach(setting -> checkCovered(page, setting.question(), Set.of(), node));
            }
        }
        for (Setting setting : ticks.none().sets()) {
            if (!ticks.asks(setting.question())) {
                node.at("none")
                        .fault("line", "no line is about " + setting.question().path(), "remove it");
            }
        }
    }

    private void check(Page page, Question.Closed question, YamlNode node) {
        if (!question.askedWhen().isEmpty()) {
            node.fault("line", "'" + question.path() + "' is not asked of everybody", "put it beside the list");
        }
        var none = Optional.ofNullable(page.otherwise(question.path())).map(Setting::code);
        boolean choice = question.match(number -> false, yesNo -> false, any -> true, any -> true);
        if (choice && none.isEmpty() && !(question instanceof Question.Choices && hasNone(question))) {
            node.at("none")
                    .fault("none", "the answer to '" + question.path() + "' is not told", "add it to its 'sets'");
        }
        checkCovered(page, question, none.map(Set::of).orElse(Set.of(Option.NONE)), node);
    }

    private static boolean hasNone(Question question) {
        return question.option(Option.NONE).isPresent();
    }

    /** Every option has a line, so that whoever has to say it finds it. */
    private static void checkCovered(Page page, Question question, Set<String> besides, YamlNode node) {
        var codes = new ArrayList<>(question.codes());
        codes.removeAll(besides);
        page.lines().forEach(line -> codes.removeAll(codes(line, question)));
        if (!codes.isEmpty()) {
            node.fault(
                    "line",
                    "no line says " + String.join(", ", codes) + " of '" + question.path() + "'",
                    "add a line for each");
        }
    }

    private static Set<String> codes(Line line, Question question) {
        List<Setting> settings = line.target() instanceof Line.Answer answer
                ? List.of(answer.setting())
                : line.target() instanceof Line.Entry entry ? entry.kind() : List.of();
        return settings.stream()
                .filter(setting -> setting.question().path().equals(question.path()))
                .map(Setting::code)
                .collect(Collectors.toSet());
    }

    /** Of two cards at most one says what is true, so that it is known which one was chosen. */
    private static void check(Item.Cards cards, YamlNode node) {
        List<Card> all = cards.cards();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!exclude(all.get(i), all.get(j))) {
                    node.fault(
                            "cards", "two cards can hold at once: " + all.get(i).id(), "make them differ in an answer");
                }
            }
        }
    }

    private static boolean exclude(Card one, Card other) {
        return one.sets().stream()
                .anyMatch(each -> other.sets().stream()
                        .anyMatch(setting ->
                                setting.question().path().equals(each.question().path())
                                        && !setting.code().equals(each.code())));
    }

    private void checkAfterwards(Page page) {
        questionnaire.questions().stream()
                .filter(Question::safetyCritical)
                .filter(question -> page.items().stream().anyMatch(item -> item.asks(question)))
                .forEach(question -> placed.of(page)
                        .fault(
                                "safety",
                                "'" + question.path() + "' is safety-critical, so that nobody may be spared it",
                                "put it into a section"));
    }
}
