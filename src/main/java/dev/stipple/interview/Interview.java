package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sections in which a person is asked, in their order. They are laid over the questions: no rule, fact or proof sees them. */
public final class Interview {
    private final List<Section> sections;
    private final List<Page> afterwards;
    private final List<Recap> recap;
    private final List<Help> help;
    private final List<Requirement> ends;
    private final @Nullable Budget budget;
    private final List<Page> walked;
    private final Map<String, Page> byId = new HashMap<>();
    private final Map<String, Page> byQuestion = new HashMap<>();
    private final Map<String, Page> byGroup = new HashMap<>();
    private final Map<String, Section> sectionOf = new HashMap<>();

    /**
     * An interview.
     *
     * @param afterwards pages that wait for nobody and are offered once there is an answer
     * @param recap what is asked once more of whoever denied it in a list
     * @param help where help is found, shown beside the answer that asks for it and first on the result
     * @param ends answers any of which end the interview once they make the verdict certain
     * @param budget how long the interview may be; null where nothing is promised
     */
    public Interview(
            List<Section> sections,
            List<Page> afterwards,
            List<Recap> recap,
            List<Help> help,
            List<Requirement> ends,
            @Nullable Budget budget) {
        this.sections = List.copyOf(sections);
        this.afterwards = List.copyOf(afterwards);
        this.recap = List.copyOf(recap);
        this.help = List.copyOf(help);
        this.ends = List.copyOf(ends);
        this.budget = budget;
        this.walked =
                sections.stream().flatMap(section -> section.pages().stream()).toList();
        sections.forEach(section -> section.pages().forEach(page -> sectionOf.putIfAbsent(page.id(), section)));
        pages().forEach(this::index);
    }

    private void index(Page page) {
        byId.putIfAbsent(page.id(), page);
        for (Item item : page.items()) {
            item.questions().forEach(question -> byQuestion.putIfAbsent(question.path(), page));
            item.groups().forEach(group -> byGroup.putIfAbsent(group.id(), page));
        }
    }

    /** A section for each group, where no other order is written down. */
    static Interview of(Questionnaire questionnaire) {
        return new Interview(
                questionnaire.groups().stream()
                        .map(group -> section(questionnaire, group))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Section section(Questionnaire questionnaire, Group group) {
        List<Item> items = group.repeats()
                ? List.of(
                        new Item.Ticks(
                                group.id(),
                                group.asks(),
                                null,
                                List.of(new Line(
                                        group.id(), questionnaire.yesOrNo(true), new Line.Entry(group, List.of()))),
                                new Item.None(questionnaire.yesOrNo(false), List.of())),
                        new Item.Entries(group, group.questions()))
                : group.questions().stream().<Item>map(Item.Ask::new).toList();
        return new Section(group.id(), group.title(), List.of(new Page(group.id(), group.title(), null, items)));
    }

    public List<Section> sections() {
        return sections;
    }

    public List<Page> afterwards() {
        return afterwards;
    }

    public List<Recap> recap() {
        return recap;
    }

    public List<Help> help() {
        return help;
    }

    public List<Requirement> ends() {
        return ends;
    }

    public @Nullable Budget budget() {
        return budget;
    }

    /** Every page, those that are offered afterwards last. */
    public List<Page> pages() {
        return Stream.concat(walked.stream(), afterwards.stream()).toList();
    }

    /** The pages that somebody is led through, in their order. */
    public List<Page> walked() {
        return walked;
    }

    public Optional<Page> page(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The section that a page is in; empty for one that is offered afterwards. */
    public Optional<Section> sectionOf(Page page) {
        return Optional.ofNullable(sectionOf.get(page.id()));
    }

    /** What of the recap the answers deny. */
    public List<Recap> denied(Answers answers) {
        return recap.stream()
                .filter(each -> walked.stream()
                        .flatMap(page -> page.lines().stream())
                        .filter(line -> line.id().equals(each.setting().id()))
                        .anyMatch(line -> line.target().in(answers) == Mark.NO))
                .toList();
    }

    /** Whether somebody is led past a question, and not only offered it afterwards. */
    public boolean isWalked(Question question) {
        return sectionOf.containsKey(pageOf(question).id());
    }

    /** The page on which a question is asked. */
    public Page pageOf(Question question) {
        return placed(byQuestion.get(question.path()), question.path());
    }

    /** The page on which it is asked whether a group has entries. */
    public Page pageOf(Group group) {
        return placed(byGroup.get(group.id()), group.id());
    }

    private static Page placed(@Nullable Page page, String what) {
        if (page == null) {
            throw new IllegalArgumentException(what + " is on no page");
        }
        return page;
    }
}
