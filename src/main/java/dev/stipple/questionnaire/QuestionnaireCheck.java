package dev.stipple.questionnaire;

import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.YamlNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what a questionnaire says about itself: names, references and bounds. */
final class QuestionnaireCheck {
    private static final int MOST_QUESTIONS = 500;
    private static final int MOST_OPTIONS = 2_000;

    /** How many questions one may hang on, directly or through others, as each way to them is followed for each answer. */
    private static final int MOST_ABOVE = 8;

    private final Questionnaire questionnaire;
    private final Collection<Fault> faults;
    private final Set<String> names = new HashSet<>();

    QuestionnaireCheck(Questionnaire questionnaire, Collection<Fault> faults) {
        this.questionnaire = questionnaire;
        this.faults = faults;
    }

    void check(YamlNode file) {
        if (questionnaire.groups().isEmpty() && faults.isEmpty()) {
            file.fault("missing", "the questionnaire has no groups", "add a group with questions");
        }
        List<YamlNode> groups = file.at("groups").list();
        if (isTooLarge(groups)) {
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            check(questionnaire.groups().get(i), groups.get(i));
        }
    }

    /** Whether there is more than what all that is made of a questionnaire can bear, at the group where that is so. */
    private boolean isTooLarge(List<YamlNode> groups) {
        int questions = 0;
        int options = 0;
        for (int i = 0; i < groups.size(); i++) {
            for (Question question : questionnaire.groups().get(i).questions()) {
                questions++;
                options += AcceptedAnswers.codes(question).size();
            }
            if (questions > MOST_QUESTIONS || options > MOST_OPTIONS) {
                groups.get(i)
                        .fault(
                                "limit",
                                "with this group there are more than " + MOST_QUESTIONS + " questions or "
                                        + MOST_OPTIONS + " options in all",
                                "ask less");
                return true;
            }
        }
        return false;
    }

    private void check(Group group, YamlNode node) {
        name(node.at("group"), group.id(), "[a-z][A-Za-z0-9]*", "a lower-case word such as 'candidate'");
        name(node.at("fact"), group.fact(), "[A-Z][A-Za-z0-9]*", "an upper-case name such as 'Candidate'");
        List<YamlNode> questions = node.at("questions").list();
        if (!questions.isEmpty() && group.closed().isEmpty()) {
            node.at("questions")
                    .fault("free-text", "the group has nothing but texts", "add a question of another type to it");
        }
        for (int i = 0; i < questions.size(); i++) {
            check(group, group.questions().get(i), questions.get(i));
        }
    }

    private void check(Group group, Question question, YamlNode node) {
        if (!question.id().matches("[a-z][A-Za-z0-9]*")) {
            node.at("id")
                    .fault(
                            "name",
                            "'" + question.id() + "' is not a question id",
                            "write a lower-case word such as 'ageYears'");
        }
        unique(node.at("id"), question.path());
        if (question instanceof Question.Number number) {
            checkNumber(number, node);
        }
        boolean hasOptions =
                question.match(number -> false, yesNo -> false, choice -> true, choices -> true, text -> false);
        if (!hasOptions && !node.at("options").isAbsent()) {
            node.at("options").fault("options", "only a choice has options", "remove them");
        }
        if (question instanceof Question.Text) {
            checkText(node);
        }
        checkChange(question, node.at("change"));
        question.askedWhen().forEach(requirement -> check(group, question, requirement, node.at("askedWhen")));
        if (above(question).size() > MOST_ABOVE) {
            node.at("askedWhen")
                    .fault(
                            "limit",
                            "'" + question.path() + "' hangs on more than " + MOST_ABOVE
                                    + " questions, one through the other",
                            "ask it whenever the last of them is asked");
        }
    }

    private void checkNumber(Question.Number question, YamlNode node) {
        if (question.min() > question.max()) {
            node.at("min").fault("bounds", "the minimum is above the maximum", "swap them");
        }
        known(node.at("unit"), questionnaire.units().keySet(), "unit");
    }

    /** Nothing is decided upon free words, so nothing can hang on them. */
    private static void checkText(YamlNode node) {
        for (String key : List.of("safety", "change", "unit", "min", "max", "held", "worse", "uncertain")) {
            if (!node.at(key).isAbsent()) {
                node.at(key).fault("free-text", "a text is never decided upon, and has no '" + key + "'", "remove it");
            }
        }
    }

    private void checkChange(Question question, YamlNode node) {
        if (question.change() == null) {
            return;
        }
        known(node.at("by"), questionnaire.changes().keySet(), "change");
        node.at("from").list().forEach(code -> known(code, AcceptedAnswers.codes(question), "option"));
        node.at("to").list().forEach(code -> known(code, AcceptedAnswers.codes(question), "option"));
    }

    private void check(Group group, Question question, Requirement requirement, YamlNode node) {
        YamlNode place = node.at(requirement.question());
        var other = questionnaire.question(requirement.question());
        if (other.isEmpty()) {
            var paths = questionnaire.questions().stream().map(Question::path).toList();
            place.fault(
                    "unknown-question",
                    "there is no question '" + requirement.question() + "'",
                    Nearest.remedy(requirement.question(), paths));
            return;
        }
        if (other.get().path().equals(question.path()) || above(other.get()).contains(question.path())) {
            place.fault("circle", "'" + question.path() + "' waits for itself", "break the circle");
        }
        boolean foreign =
                questionnaire.group(other.get().group()).filter(Group::repeats).isPresent()
                        && !other.get().group().equals(group.id());
        if (foreign) {
            place.fault(
                    "foreign-entry",
                    "'" + requirement.question() + "' has many entries",
                    "name a question of the same group or of one that does not repeat");
        }
        AcceptedAnswers.check(other.get(), requirement, place);
    }

    /** The questions that one hangs on, directly or through others. */
    private Set<String> above(Question question) {
        var above = new HashSet<String>();
        Deque<Question> open = new ArrayDeque<>(List.of(question));
        while (!open.isEmpty()) {
            for (Requirement requirement : open.pop().askedWhen()) {
                questionnaire
                        .question(requirement.question())
                        .filter(other -> above.add(other.path()))
                        .ifPresent(open::push);
            }
        }
        return above;
    }

    private static void known(YamlNode node, Collection<String> names, String what) {
        if (!node.isAbsent() && !names.contains(node.string())) {
            node.fault(
                    "unknown-" + what,
                    "there is no " + what + " '" + node.string() + "'",
                    Nearest.remedy(node.string(), names));
        }
    }

    private void name(YamlNode node, String name, String pattern, String example) {
        if (!name.matches(pattern)) {
            node.fault("name", "'" + name + "' is not a name", "write " + example);
        }
        unique(node, name);
    }

    private void unique(YamlNode node, String name) {
        if (!names.add(name)) {
            node.fault("duplicate", "'" + name + "' is there twice", "rename one of them");
        }
    }
}
