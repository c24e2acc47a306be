package dev.stipple.reasoning.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Change;
import dev.stipple.questionnaire.Grading;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.change.CounterfactualEngine;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.reasoning.proof.CrossCheck;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Operator;
import dev.stipple.rule.Span;
import dev.stipple.rule.Verdict;
import dev.stipple.text.Place;
import dev.stipple.wording.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is too much to be told as a whole is cut, and says so. */
final class CutTest {
    private static final Wording TEXT = Spoken.wording("text", "texte");
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
        // That it does not matter what is open takes the solver to see.
        Answers all = yes(asking(30));
        Slot one = all.slots().get(28);
        Slot other = all.slots().get(29);
        Condition either = new Condition.Any(List.of(
                new Condition.All(List.of(is(one, "true"), is(other, "true"))),
                new Condition.All(List.of(is(one, "true"), is(other, "false"))),
                is(one, "false")));
        Condition others = new Condition.All(
                all.slots().stream().limit(28).map(slot -> is(slot, "true")).toList());
        var rules = rules(all.questionnaire(), new Condition.All(List.of(others, either)));
        var hurried = new CounterfactualEngine(rules, RuleRunner.of(rules), Duration.ofNanos(1));
        Answers person = all.with(one, null).with(other, null);

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
        assertThat(CrossCheck.of(rules, RuleRunner.of(other)))
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference)
                        .hasToString("Drools fires " + difference.drools() + ", the conditions "
                                + difference.evaluation() + ", the reasoner " + difference.formula()
                                + ", the diagram concludes "
                                + difference.diagram().orElseThrow() + " on "
                                + difference.answers().json()))
                .allSatisfy(difference ->
                        assertThat(difference.answers().json().toString()).contains("ageYears=18"));
    }

    /** For somebody of whom all that is asked stands in the way, and any one answer less helps. */
    private static CounterfactualEngine.Result ways(int count) {
        Answers person = yes(asking(count));
        var rules = rules(
                person.questionnaire(),
                new Condition.All(
                        person.slots().stream().map(slot -> is(slot, "true")).toList()));
        return new CounterfactualEngine(rules, RuleRunner.of(rules), null).of(person);
    }

    private static Answers yes(Questionnaire questionnaire) {
        Answers person = Answers.none(questionnaire);
        for (Slot slot : person.slots()) {
            person = person.with(slot, new Value.Flag(true));
        }
        return person;
    }

    /** Where one set of rules objects to each of many pairs of answers and the other to none. */
    private static Impact.Difference regions(int count) {
        Questionnaire questionnaire = asking(2 * count);
        List<Slot> slots = Answers.none(questionnaire).slots();
        Condition pairs = new Condition.Any(IntStream.range(0, count)
                .<Condition>mapToObj(i ->
                        new Condition.All(List.of(is(slots.get(2 * i), "true"), is(slots.get(2 * i + 1), "true"))))
                .toList());
        var before = rules(questionnaire, new Condition.Any(List.of()));
        var after = rules(questionnaire, pairs);
        return Impact.between(before, after, RuleRunner.of(before), RuleRunner.of(after));
    }

    private static Rules rules(Questionnaire questionnaire, Condition objection) {
        return new Rules(
                questionnaire,
                List.of(
                        RandomRules.rule("RUL-10", "all", Effect.DEFER, objection),
                        RandomRules.rule("RUL-12", "all", Effect.SUPPORTS, new Condition.All(List.of()))),
                Set.of("all"));
    }

    private static Condition is(Slot slot, String answer) {
        Question.Closed question = Objects.requireNonNull(slot.question());
        var comparison = new Comparison(question, Operator.EQUAL, List.of(answer), SPAN, SPAN, List.of());
        return new Condition.Matches(new Condition.Pattern(slot.group(), comparison, null, SPAN));
    }

    private static Questionnaire asking(int count) {
        var questions = IntStream.range(0, count)
                .<Question>mapToObj(i -> new Question.YesNo(new Question.Head(
                        "some",
                        "q" + i,
                        false,
                        new Change("WAIT", List.of(), List.of(), false),
                        Grading.NONE,
                        List.of(),
                        null,
                        TEXT,
                        null)))
                .toList();
        return RandomRules.questionnaire(List.of(new Group("some", "Some", false, TEXT, null, null, questions)));
    }
}
