package dev.stipple.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.questionnaire.Answers;
import dev.stipple.questionnaire.Change;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rulebook.Condition;
import dev.stipple.rulebook.Constraint.Comparison;
import dev.stipple.rulebook.Effect;
import dev.stipple.rulebook.Operator;
import dev.stipple.rulebook.Span;
import dev.stipple.rulebook.Verdict;
import dev.stipple.text.Place;
import dev.stipple.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is too much to be told as a whole is cut, and says so. */
final class CutTest {
    private static final Wording TEXT = new Wording("text", "texte");
    private static final Span SPAN = new Span(Place.startOf("cut.drl"), 0, 0);

    @Test
    void ofWaysToAMilderVerdictThirtyAreTold() {
        assertThat(ways(30).sets()).hasSize(30);
        assertThat(ways(30).cut()).isFalse();
        assertThat(ways(31).sets()).hasSize(30);
        assertThat(ways(31).cut()).isTrue();
    }

    @Test
    void aSearchThatWasEndedDoesNotEndTheNext() {
        Answers person = yes(asking(30));
        var rules = objecting(person);
        var hurried = new Counterfactuals(rules, Firing.of(rules), Duration.ofNanos(1));

        assertThat(hurried.of(person).complete()).isFalse();
        assertThat(hurried.of(person).verdict()).isEqualTo(Verdict.DEFER);
    }

    @Test
    void ofRegionsWithOtherVerdictsFortyAreTold() {
        assertThat(regions(40).regions()).hasSize(40);
        assertThat(regions(40).cut()).isFalse();
        assertThat(regions(41).regions()).hasSize(40);
        assertThat(regions(41).cut()).isTrue();
        assertThat(regions(41).isEquivalent()).isFalse();
    }

    @Test
    void evaluatorsThatDifferAreToldWithThePerson() {
        var rules = SmallRules.rules();
        var other = SmallRules.with("age.drl", "ageYears >= 18", "ageYears >= 19");

        assertThat(CrossCheck.of(Small.rulebook())).isEmpty();
        assertThat(CrossCheck.of(rules, Firing.of(other)))
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference)
                        .hasToString("Drools fires " + difference.drools() + ", the conditions "
                                + difference.evaluation() + ", the reasoner " + difference.formula() + " on "
                                + difference.answers().json()))
                .allSatisfy(difference ->
                        assertThat(difference.answers().json().toString()).contains("ageYears=18"));
    }

    /** For somebody of whom all that is asked stands in the way, and any one answer less helps. */
    private static Counterfactuals.Result ways(int count) {
        Answers person = yes(asking(count));
        var rules = objecting(person);
        return new Counterfactuals(rules, Firing.of(rules), null).of(person);
    }

    private static Answers yes(Questionnaire questionnaire) {
        Answers person = Answers.none(questionnaire);
        for (Slot slot : person.slots()) {
            person = person.with(slot, new Value.Flag(true));
        }
        return person;
    }

    /** Rules that object to those who say yes to everything. */
    private static Rules objecting(Answers person) {
        Group group = person.questionnaire().groups().get(0);
        return rules(
                person.questionnaire(),
                new Condition.All(group.questions().stream()
                        .map(question -> is(group, question))
                        .toList()));
    }

    /** Where one set of rules objects to each of many pairs of answers and the other to none. */
    private static Impact.Difference regions(int count) {
        Questionnaire questionnaire = asking(2 * count);
        Group group = questionnaire.groups().get(0);
        Condition pairs = new Condition.Any(IntStream.range(0, count)
                .<Condition>mapToObj(i -> new Condition.All(List.of(
                        is(group, group.questions().get(2 * i)),
                        is(group, group.questions().get(2 * i + 1)))))
                .toList());
        var before = rules(questionnaire, new Condition.Any(List.of()));
        var after = rules(questionnaire, pairs);
        return Impact.between(before, after, Firing.of(before), Firing.of(after));
    }

    private static Rules rules(Questionnaire questionnaire, Condition objection) {
        return new Rules(
                questionnaire,
                List.of(
                        RandomRules.rule("RUL-10", "all", Effect.DEFER, objection),
                        RandomRules.rule("RUL-12", "all", Effect.SUPPORTS, new Condition.All(List.of()))),
                Set.of("all"));
    }

    private static Condition is(Group group, Question question) {
        var comparison = new Comparison(question, Operator.EQUAL, List.of("true"), SPAN, SPAN, List.of());
        return new Condition.Matches(new Condition.Pattern(group, comparison, null, SPAN));
    }

    private static Questionnaire asking(int count) {
        var questions = IntStream.range(0, count)
                .mapToObj(i -> new Question(
                        "some",
                        "q" + i,
                        Question.Type.BOOLEAN,
                        List.of(),
                        0,
                        0,
                        null,
                        false,
                        new Change("WAIT", List.of(), List.of()),
                        List.of(),
                        null,
                        TEXT,
                        null))
                .toList();
        return RandomRules.questionnaire(List.of(new Group("some", "Some", false, TEXT, null, null, questions)));
    }
}
