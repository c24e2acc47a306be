package dev.stipple.questionnaire;

import dev.stipple.wording.Languages;
import dev.stipple.wording.Wording;
import dev.stipple.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be asked, and what the parts of an answer are called.
 *
 * @param verdicts name, meaning and sign of each verdict by its code
 * @param effects name of each effect by its code
 * @param topics title of each topic of the plan, in the order shown
 * @param changes what a person can do to bring about another answer
 * @param units one and many of each unit
 * @param factors name of each factor by its id, which is what its rule file or its folder is called
 */
public record Questionnaire(
        Wording title,
        Wording introduction,
        Wording disclaimer,
        Map<String, VerdictWording> verdicts,
        Map<String, Wording> effects,
        Map<String, Wording> topics,
        Map<String, Wording> changes,
        Map<String, UnitWording> units,
        Map<String, Wording> factors,
        List<Group> groups) {

    /** What a verdict is called, what it means to the person, and the sign that stands for it besides a colour. */
    public record VerdictWording(Wording name, Wording meaning, String sign) {}

    /** A unit of one and of any other number. */
    public record UnitWording(Wording one, Wording other) {
        public Wording of(int number) {
            return number == 1 ? one : other;
        }
    }

    /** The languages in which all of it is said. */
    public Languages languages() {
        return new Languages(List.copyOf(title.texts().keySet()));
    }

    /** What the answer to a yes-or-no question is called. */
    public Wording yesOrNo(boolean flag) {
        return Words.of("forms", flag ? "yes" : "no", languages());
    }

    /** What it is called not to know an answer. */
    public Wording notSure() {
        return Words.of("forms", "notSure", languages());
    }

    public Optional<Group> group(String id) {
        for (Group group : groups) {
            if (group.id().equals(id)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** The group whose entries are facts of this type. */
    public Optional<Group> groupOfFact(String fact) {
        return groups.stream().filter(group -> group.fact().equals(fact)).findFirst();
    }

    /** The question with this path, as in {@code group.id}. */
    public Optional<Question> question(String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : group(path.substring(0, dot)).flatMap(group -> group.question(path.substring(dot + 1)));
    }

    /** The question that another one hangs on: with this path, and one that can be decided upon. */
    public Question.Closed required(Requirement requirement) {
        return closed(requirement.question()).orElseThrow();
    }

    /** The question with this path, where it is one that can be decided upon. */
    public Optional<Question.Closed> closed(String path) {
        return question(path)
                .flatMap(question -> question.either(Optional::of, text -> Optional.<Question.Closed>empty()));
    }

    public List<Question> questions() {
        return groups.stream().flatMap(group -> group.questions().stream()).toList();
    }
}
