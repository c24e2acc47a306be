package dev.stipple.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.proof.JustFailing;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gaps, contradictions, dead, repeated and hidden things planted in copies of the shipped rules, each known to be there
 * without the reasoner: it has to find every one. A sample by default, all fifty with {@code -Dplanted=50}.
 */
@Tag("whole")
class PlantedFailuresTest {
    private static final int ALL = 50;
    private static final int PLANTED = Integer.getInteger("planted", 10);
    private static final Rules RULES = SmallRules.of(Shipped.contents());
    private static final List<Answers> EVERYONE = IntStream.range(0, 60)
            .mapToObj(seed -> new GeneratedPeople(RULES.questionnaire(), seed).complete())
            .toList();

    /** A defect that is there, and what has to be said of it. */
    record Plant(Kind kind, String subject, Rules rules) {
        @Override
        public String toString() {
            return kind + " " + subject;
        }
    }

    static List<Plant> plants() {
        var kinds = List.of(gaps(), contradictions(), dead(), implied(), idle(), hidden());
        var all = new ArrayList<Plant>();
        for (int i = 0; all.size() < ALL; i++) {
            List<Plant> kind = kinds.get(i % kinds.size());
            int turn = i / kinds.size();
            if (turn < kind.size()) {
                all.add(kind.get(turn));
            }
        }
        return all.subList(0, Math.min(ALL, PLANTED));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void whatIsPlantedIsFound(Plant plant) {
        var certificate = Proof.of(plant.rules(), RuleRunner.of(plant.rules()), "planted", List.of(), Deadline.NONE);

        assertThat(certificate.failures())
                .anyMatch(failure ->
                        failure.kind() == plant.kind() && failure.subject().equals(plant.subject()));
    }

    private static List<Rule> fired(Answers person) {
        var evaluation = new Evaluation(person, null);
        return RULES.deciding().stream()
                .filter(rule -> evaluation.holds(rule.condition()))
                .toList();
    }

    /** Without the only rule of a factor that fires on somebody, the factor is silent on them. */
    private static List<Plant> gaps() {
        var plants = new ArrayList<Plant>();
        var factors = new HashSet<String>();
        for (Answers person : EVERYONE) {
            List<Rule> fired = fired(person);
            for (Rule rule : fired) {
                boolean alone = fired.stream().filter(isOf(rule.factor())).count() == 1;
                if (alone && factors.add(rule.factor())) {
                    plants.add(new Plant(
                            Kind.SILENT_FACTOR,
                            rule.factor(),
                            with(each -> each.equals(rule) ? Stream.empty() : Stream.of(each))));
                }
            }
        }
        return plants;
    }

    private static Predicate<Rule> isOf(String factor) {
        return rule -> rule.factor().equals(factor);
    }

    /** A rule that objects wherever one of the same factor supports. */
    private static List<Plant> contradictions() {
        return someFired(rule -> rule.effect() == Effect.SUPPORTS)
                .map(rule -> new Plant(
                        Kind.CONTRADICTION,
                        rule.id(),
                        and(RandomRules.rule("NEW-90", rule.factor(), Effect.DEFER, rule.condition()))))
                .toList();
    }

    /** A rule that also asks for the opposite of what it asks for, where it reads nothing but single answers. */
    private static List<Plant> dead() {
        return RULES.deciding().stream()
                .filter(rule -> rule.condition().nodes().allMatch(PlantedFailuresTest::isPlain))
                .filter(rule -> JustFailing.of(rule).size() == 1)
                .map(rule -> {
                    Condition never = new Condition.All(
                            List.of(rule.condition(), JustFailing.of(rule).get(0)));
                    return new Plant(
                            Kind.DEAD_RULE,
                            rule.id(),
                            with(each -> Stream.of(each.equals(rule) ? changed(rule, never) : each)));
                })
                .toList();
    }

    private static boolean isPlain(Condition node) {
        if (node instanceof Condition.Matches matches) {
            return !matches.pattern().group().repeats();
        }
        return node instanceof Condition.All;
    }

    /** A rule that asks for all that another one asks for and more. */
    private static List<Plant> implied() {
        var plants = new ArrayList<Plant>();
        var seen = new HashSet<String>();
        for (Answers person : EVERYONE) {
            List<Rule> fired = fired(person);
            for (Rule rule : fired) {
                Rule other = fired.get(fired.size() - 1);
                if (!rule.equals(other) && seen.add(rule.id())) {
                    Condition both = new Condition.All(List.of(rule.condition(), other.condition()));
                    plants.add(new Plant(
                            Kind.IMPLIED_RULE,
                            "NEW-90",
                            and(RandomRules.rule("NEW-90", rule.factor(), rule.effect(), both))));
                }
            }
        }
        return plants;
    }

    /** A question that no rule reads. */
    private static List<Plant> idle() {
        return questions()
                .map(question -> new Plant(Kind.IDLE_QUESTION, question.group() + ".planted", asking(question)))
                .toList();
    }

    private static Stream<Question> questions() {
        return RULES.questionnaire().groups().stream()
                .filter(group -> !group.repeats())
                .flatMap(group -> group.questions().stream());
    }

    /** A safety-critical question that is only asked of those who say yes to something that has nothing to do with it. */
    private static List<Plant> hidden() {
        Question parent = questions()
                .filter(question -> question instanceof Question.YesNo
                        && question.askedWhen().isEmpty())
                .findFirst()
                .orElseThrow();
        var requirement = new Requirement(parent.path(), Set.of("true"), false, 0, 0);
        return questions()
                .filter(question -> question.safetyCritical()
                        && question.askedWhen().isEmpty()
                        && !question.equals(parent)
                        && isReadAlone(question, parent))
                .map(question -> new Plant(
                        Kind.HIDDEN_QUESTION,
                        question.path(),
                        asking(each ->
                                each.equals(question) ? changed(question, question.id(), List.of(requirement)) : each)))
                .toList();
    }

    /** Whether a rule that objects reads nothing else, and its factor has nothing to say about the parent. */
    private static boolean isReadAlone(Question question, Question parent) {
        return RULES.deciding().stream()
                .filter(rule -> rule.effect() != null && rule.effect().objects())
                .filter(rule -> rule.condition()
                        .patterns()
                        .allMatch(pattern ->
                                pattern.constraint().comparisons().allMatch(each -> reads(each.question(), question))))
                .anyMatch(rule -> RULES.deciding().stream()
                        .filter(isOf(rule.factor()))
                        .flatMap(other -> other.condition().patterns())
                        .flatMap(pattern -> pattern.constraint().comparisons())
                        .noneMatch(comparison -> reads(comparison.question(), parent)));
    }

    private static boolean reads(Question one, Question other) {
        return one.path().equals(other.path());
    }

    private static Stream<Rule> someFired(Predicate<Rule> wanted) {
        return EVERYONE.stream()
                .flatMap(person -> fired(person).stream())
                .filter(wanted)
                .distinct();
    }

    private static Rule changed(Rule rule, Condition condition) {
        return RandomRules.rule(rule.id(), rule.factor(), rule.effect(), condition);
    }

    private static Question changed(Question question, String id, List<Requirement> askedWhen) {
        var head = new Question.Head(
                question.group(),
                id,
                question.safetyCritical(),
                question.change(),
                question.grading(),
                askedWhen,
                null,
                question.text(),
                null);
        return question.match(
                number -> new Question.Number(head, number.min(), number.max(), number.unit(), number.countsOn()),
                yesNo -> new Question.YesNo(head),
                choice -> new Question.Choice(head, choice.options()),
                choices -> new Question.Choices(head, choices.options()),
                text -> new Question.Text(head));
    }

    private static Rules with(Function<Rule, Stream<Rule>> change) {
        return new Rules(
                RULES.questionnaire(), RULES.all().stream().flatMap(change).toList(), RULES.factors());
    }

    private static Rules and(Rule rule) {
        return new Rules(
                RULES.questionnaire(),
                Stream.concat(RULES.all().stream(), Stream.of(rule)).toList(),
                RULES.factors());
    }

    private static Rules asking(Question like) {
        return inGroups(group -> {
            var questions = new ArrayList<>(group.questions());
            if (group.id().equals(like.group())) {
                questions.add(changed(like, "planted", List.of()));
            }
            return questions;
        });
    }

    private static Rules asking(UnaryOperator<Question> change) {
        return inGroups(group -> group.questions().stream().map(change).toList());
    }

    private static Rules inGroups(Function<Group, List<Question>> change) {
        Questionnaire before = RULES.questionnaire();
        var groups = before.groups().stream()
                .map(group -> new Group(
                        group.id(),
                        group.fact(),
                        group.repeats(),
                        group.title(),
                        group.entry(),
                        group.question(),
                        change.apply(group)))
                .toList();
        return new Rules(RandomRules.questionnaire(groups), RULES.all(), RULES.factors());
    }
}
