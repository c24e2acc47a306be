package dev.stipple.interview;

import dev.stipple.questionnaire.AcceptedAnswers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.Wording;
import dev.stipple.wording.WordingReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code interview.yaml}. */
public final class InterviewFile {
    public static final String NAME = "interview.yaml";

    private static final List<String> KINDS = List.of("ticks", "cards", "table", "entries");

    private final Questionnaire questionnaire;
    private final WordingReader words;
    private final Placed placed = new Placed();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> inTables = new HashSet<>();

    private InterviewFile(Questionnaire questionnaire, WordingReader words) {
        this.questionnaire = questionnaire;
        this.words = words;
    }

    /**
     * Reads the interview of a rules folder; what is wrong with it is added to the faults. Where there is none, each group of
     * questions is a section.
     */
    public static Interview read(
            RulesFolder folder, Questionnaire questionnaire, WordingReader words, Collection<Fault> faults) {
        if (!folder.has(NAME)) {
            return Interview.of(questionnaire);
        }
        YamlNode file = YamlFile.read(NAME, folder.text(NAME), faults);
        return new InterviewFile(questionnaire, words).interview(file);
    }

    private Interview interview(YamlNode file) {
        file.only(List.of("budget", "recap", "help", "ends", "sections", "afterwards"));
        findTables(file);
        var interview = new Interview(
                file.need("sections").list().stream().map(this::section).toList(),
                file.at("afterwards").list().stream().map(this::page).toList(),
                file.at("recap").list().stream()
                        .flatMap(node -> recap(node).stream())
                        .toList(),
                file.at("help").list().stream()
                        .flatMap(node -> help(node).stream())
                        .toList(),
                ends(file.at("ends")),
                budget(file.at("budget")));
        new InterviewCheck(questionnaire, interview, placed).check(file);
        return interview;
    }

    /** What stands in a table is left out where the other questions of its entry are asked, wherever that is. */
    private void findTables(YamlNode file) {
        file.at("sections").list().stream()
                .flatMap(section -> section.at("pages").list().stream())
                .flatMap(page -> page.at("show").list().stream())
                .filter(YamlNode::isMap)
                .forEach(item -> item.at("rows").list().stream()
                        .filter(row -> !row.isMap())
                        .forEach(row -> inTables.add(row.string())));
    }

    /** Those whose question does not exist are told by their place. */
    private List<Requirement> ends(YamlNode node) {
        var ends = new ArrayList<Requirement>();
        node.map().forEach((path, accepted) -> {
            Question question =
                    questionnaire.closed(path).filter(this::isSingle).orElse(null);
            if (question == null) {
                accepted.fault("ends", "'" + path + "' is no question with one answer a person", "name another one");
                return;
            }
            var requirement = Requirement.read(path, accepted);
            AcceptedAnswers.check(question, requirement, accepted);
            ends.add(requirement);
        });
        return ends;
    }

    private Optional<Recap> recap(YamlNode node) {
        node.only(List.of("sets", "text"));
        Wording text = words.read(node.need("text"));
        return one(node).map(setting -> new Recap(setting, text));
    }

    private Optional<Help> help(YamlNode node) {
        node.only(List.of("sets", "text", "link", "address"));
        Wording text = words.read(node.need("text"));
        Wording link = words.read(node.need("link"));
        String address = node.need("address").string();
        if (!address.startsWith("https://")) {
            node.at("address").fault("address", "'" + address + "' is no safe address", "begin it with https://");
        }
        return one(node).map(setting -> new Help(setting, text, link, address));
    }

    private Optional<Setting> one(YamlNode node) {
        List<Setting> sets = settings(node.need("sets"));
        if (sets.size() > 1) {
            node.fault("sets", "more than one answer stands here", "write one");
        }
        return sets.stream().findFirst();
    }

    private boolean isSingle(Question.Closed question) {
        return !questionnaire.group(question.group()).orElseThrow().repeats();
    }

    private static @Nullable Budget budget(YamlNode node) {
        if (node.isAbsent()) {
            return null;
        }
        node.only(List.of("easiest", "pages", "taps", "medianPages", "mostPages"));
        return new Budget(
                node.need("easiest").string(),
                node.need("pages").integer(0),
                node.need("taps").integer(0),
                node.need("medianPages").integer(0),
                node.need("mostPages").integer(0));
    }

    private Section section(YamlNode node) {
        node.only(List.of("section", "title", "pages"));
        return new Section(
                id(node.need("section")),
                words.read(node.need("title")),
                node.need("pages").list().stream().map(this::page).toList());
    }

    private Page page(YamlNode node) {
        node.only(List.of("page", "title", "hint", "show"));
        var page = new Page(
                id(node.need("page")),
                words.read(node.need("title")),
                optional(node.at("hint")),
                node.need("show").list().stream()
                        .flatMap(item -> item(item).stream())
                        .toList());
        placed.page(page, node);
        return page;
    }

    private @Nullable Wording optional(YamlNode node) {
        return node.isAbsent() ? null : words.read(node);
    }

    /** An id is part of an address, and names a field. */
    private String id(YamlNode node) {
        String id = node.string();
        if (!id.matches("[a-z][A-Za-z0-9]*")) {
            node.fault("name", "'" + id + "' is not a name", "write a lower-case word such as 'daily'");
        }
        if (!ids.add(id)) {
            node.fault("duplicate", "'" + id + "' is there twice", "rename one of them");
        }
        return id;
    }

    private Optional<Item> item(YamlNode node) {
        Optional<Item> item = node.isMap() ? mapped(node) : question(node).map(Item.Ask::new);
        item.ifPresent(each -> placed.item(each, node));
        return item;
    }

    private Optional<Item> mapped(YamlNode node) {
        if (!node.at("ticks").isAbsent()) {
            return Optional.of(ticks(node, id(node.at("ticks"))));
        }
        if (!node.at("cards").isAbsent()) {
            return Optional.of(cards(node, id(node.at("cards"))));
        }
        if (!node.at("table").isAbsent()) {
            return Optional.of(table(node, id(node.at("table"))));
        }
        if (!node.at("entries").isAbsent()) {
            return entries(node);
        }
        node.fault("missing", "this is neither a question nor a list", "write a question, or one of " + KINDS);
        return Optional.empty();
    }

    private Item ticks(YamlNode node, String id) {
        node.only(List.of("ticks", "text", "hint", "lines", "none"));
        YamlNode none = node.need("none");
        none.only(List.of("text", "sets"));
        var ticks = new Item.Ticks(
                id,
                words.read(node.need("text")),
                optional(node.at("hint")),
                node.need("lines").list().stream()
                        .flatMap(line -> line(line).stream())
                        .toList(),
                new Item.None(words.read(none.need("text")), settings(none.at("sets"))));
        return ticks;
    }

    private Optional<Line> line(YamlNode node) {
        node.only(List.of("sets", "entry", "kind", "text"));
        if (node.at("entry").isAbsent()) {
            List<Setting> sets = settings(node.need("sets"));
            if (sets.size() != 1) {
                node.fault("line", "a line of ticks stands for one answer", "write one, or cards");
                return Optional.empty();
            }
            Setting setting = sets.get(0);
            return Optional.of(new Line(setting.id(), text(node, sets), new Line.Answer(setting)));
        }
        return group(node.at("entry")).map(group -> {
            List<Setting> kind = settings(node.at("kind"));
            String id =
                    kind.isEmpty() ? group.id() : kind.stream().map(Setting::id).collect(Collectors.joining(","));
            return new Line(id, text(node, kind), new Line.Entry(group, kind));
        });
    }

    /** What is written, or else the words of the only option. */
    private Wording text(YamlNode node, List<Setting> sets) {
        if (node.at("text").isAbsent() && sets.size() == 1) {
            Optional<Option> option = sets.get(0).question().option(sets.get(0).code());
            if (option.isPresent()) {
                return option.get().text();
            }
        }
        return words.read(node.need("text"));
    }

    private Item cards(YamlNode node, String id) {
        node.only(List.of("cards", "text", "hint", "rows"));
        return new Item.Cards(
                id,
                words.read(node.need("text")),
                optional(node.at("hint")),
                node.need("rows").list().stream().map(this::row).toList());
    }

    private Item.Row row(YamlNode node) {
        node.only(List.of("title", "folded", "of", "cards"));
        Optional<Question> of = node.at("of").isAbsent() ? Optional.empty() : question(node.at("of"));
        return new Item.Row(
                optional(node.at("title")),
                node.at("folded").flag(),
                node.need("cards").list().stream().map(card -> card(card, of)).toList());
    }

    private Card card(YamlNode node, Optional<Question> of) {
        node.only(List.of("sets", "text"));
        List<Setting> sets = settings(node.need("sets"));
        Optional<Setting> shown = sets.stream()
                .filter(setting -> of.isPresent()
                        && setting.question().path().equals(of.get().path()))
                .findFirst();
        return new Card(
                sets.stream().map(Setting::id).collect(Collectors.joining(",")),
                text(node, shown.map(List::of).orElse(sets)),
                shown.flatMap(setting ->
                                setting.question().option(setting.code()).flatMap(setting.question()::pictureOf))
                        .orElse(null),
                sets);
    }

    private Item table(YamlNode node, String id) {
        node.only(List.of("table", "text", "hint", "rows"));
        var rows = new ArrayList<Question.Closed>();
        for (YamlNode row : node.need("rows").list()) {
            question(row).ifPresent(question -> {
                if (question instanceof Question.YesNo yesNo) {
                    rows.add(yesNo);
                } else {
                    row.fault("table", "'" + question.path() + "' is not yes or no", "put it beside the table");
                }
            });
        }
        return new Item.Table(id, words.read(node.need("text")), optional(node.at("hint")), List.copyOf(rows));
    }

    private Optional<Item> entries(YamlNode node) {
        node.only(List.of("entries"));
        return group(node.at("entries"))
                .map(group -> new Item.Entries(
                        group,
                        group.questions().stream()
                                .filter(question -> !inTables.contains(question.path()))
                                .toList()));
    }

    private Optional<Group> group(YamlNode node) {
        Optional<Group> group = questionnaire.group(node.string()).filter(Group::repeats);
        if (group.isEmpty()) {
            var known = questionnaire.groups().stream()
                    .filter(Group::repeats)
                    .map(Group::id)
                    .toList();
            node.fault(
                    "unknown-group",
                    "there is no group '" + node.string() + "' with entries",
                    Nearest.remedy(node.string(), known));
        }
        return group;
    }

    private Optional<Question> question(YamlNode node) {
        Optional<Question> question = questionnaire.question(node.string());
        if (question.isEmpty()) {
            var known = questionnaire.questions().stream().map(Question::path).toList();
            node.fault(
                    "unknown-question",
                    "there is no question '" + node.string() + "'",
                    Nearest.remedy(node.string(), known));
        }
        return question;
    }

    private List<Setting> settings(YamlNode node) {
        var settings = new ArrayList<Setting>();
        node.map().forEach((path, code) -> setting(path, code).ifPresent(settings::add));
        return List.copyOf(settings);
    }

    private Optional<Setting> setting(String path, YamlNode code) {
        Optional<Question.Closed> question = questionnaire.closed(path);
        if (question.isEmpty()) {
            var known = questionnaire.questions().stream().map(Question::path).toList();
            code.fault("unknown-question", "there is no question '" + path + "'", Nearest.remedy(path, known));
            return Optional.empty();
        }
        List<String> codes = question.get()
                .match(
                        number -> List.<String>of(),
                        yesNo -> List.of("true", "false"),
                        Question::codes,
                        Question::codes);
        if (!codes.contains(code.string())) {
            code.fault(
                    "unknown-option",
                    "there is no option '" + code.string() + "'",
                    codes.isEmpty() ? "ask for a number on its own" : Nearest.remedy(code.string(), codes));
            return Optional.empty();
        }
        return Optional.of(new Setting(question.get(), code.string()));
    }
}
