package dev.stipple.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.check.WrittenPages;
import dev.stipple.authoring.coverage.Coverage;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is promised of the rules that are shipped, and that each promise can be broken. */
class ShippedRulesTest {
    private static final Rulebook RULEBOOK = Shipped.rulebook();
    private static final Assessor VERDICTS = new Assessor(RULEBOOK, new Reasoner(RULEBOOK), Outlook.Depth.VERDICTS);
    private static final List<ScenarioResult> RESULTS = Scenarios.load(Contents.read(RULEBOOK.folder())).all().stream()
            .map(scenario -> ScenarioResult.of(scenario, VERDICTS))
            .toList();

    @Test
    void everyRuleFiresInAScenario() {
        assertEquals(List.of(), silentRules(RESULTS));
    }

    @Test
    void aRuleThatNoScenarioFiresIsFound() {
        assertEquals(
                List.of("TRA-02"),
                silentRules(without(result -> fired(result).contains("TRA-02"))).stream()
                        .filter("TRA-02"::equals)
                        .toList());
    }

    @Test
    void everyThresholdHasAPersonOnItAndOneJustPastIt() {
        assertEquals(List.of(), untestedThresholds(RESULTS));
    }

    @Test
    void aThresholdWithoutAPersonOnItIsFound() {
        var missing = untestedThresholds(
                without(result -> given(result).anyMatch(number -> number.equals("transplants.monthsAgo 6"))));

        assertTrue(missing.contains("transplants.monthsAgo 6"), missing.toString());
    }

    @Test
    void everyRuleConditionOptionThresholdAndVerdictIsSeenInAScenario() {
        assertEquals(List.of(), unseen(Shipped.SCENARIOS));
    }

    @Test
    void whatTheScenariosOfOneFactorAloneSeeIsFound() {
        var others = Shipped.SCENARIOS.all().stream()
                .filter(scenario -> !scenario.factor().equals("look"))
                .toList();

        assertTrue(unseen(new Scenarios(Shipped.SCENARIOS.people(), others, List.of())).stream()
                .anyMatch(point -> point.startsWith("look/")));
    }

    @Test
    void noRuleFileIsTooLongToBeRead() {
        var folder = Shipped.CONTENTS.folder();

        assertThat(folder.names(RulesFolder.RULES))
                .filteredOn(file -> !file.equals(FactsFile.NAME))
                .allSatisfy(file -> assertThat(folder.text(file).lines()).hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void thePagesOfAllRulesAreThere() {
        WrittenPages.of(Shipped.CONTENTS)
                .forEach((file, page) -> assertThat(Shipped.CONTENTS.folder().text(file))
                        .as(file)
                        .isEqualTo(page));
    }

    private static List<String> unseen(Scenarios scenarios) {
        return Coverage.of(Shipped.CONTENTS, scenarios).missing().stream()
                .map(seen -> seen.place() + ": " + seen.point().what())
                .toList();
    }

    @Test
    void everyRuleCitesASource() {
        assertEquals(
                List.of(),
                RULEBOOK.rules().stream()
                        .filter(rule -> rule.sources().isEmpty())
                        .toList());
    }

    @Test
    void everyObjectionAloneGivesItsOwnVerdict() {
        var unseen = RULEBOOK.rules().stream()
                .filter(rule -> rule.effect() != null && rule.effect() != Effect.SUPPORTS)
                .filter(rule -> RESULTS.stream().noneMatch(result -> decides(rule, result)))
                .map(Rule::id)
                .toList();

        assertEquals(List.of(), unseen);
    }

    @Test
    void nothingAnsweredIsUndecided() {
        assertEquals(
                Verdict.UNDECIDED,
                dev.stipple.Shipped.assessor()
                        .assess(Answers.none(RULEBOOK.questionnaire()))
                        .verdict());
    }

    @Test
    void aPersonWithEveryAnswerFavourableIsSuitable() {
        var person = Objects.requireNonNull(
                Scenarios.load(Contents.read(RULEBOOK.folder())).people().get("BALD_MAN"));

        var assessment = dev.stipple.Shipped.assessor().assess(person);

        assertEquals(List.of(), assessment.unanswered());
        assertEquals(Verdict.SUITABLE, assessment.verdict());
    }

    @Test
    void everyVignetteIsAScenario() {
        long vignettes = RESULTS.stream()
                .map(result -> result.scenario().name())
                .filter(name -> name.startsWith("Vignette "))
                .distinct()
                .count();

        assertEquals(55, vignettes);
    }

    private static List<ScenarioResult> without(Predicate<ScenarioResult> unwanted) {
        return RESULTS.stream().filter(unwanted.negate()).toList();
    }

    private static List<String> silentRules(List<ScenarioResult> results) {
        Set<String> fired =
                results.stream().flatMap(result -> fired(result).stream()).collect(Collectors.toSet());
        return RULEBOOK.rules().stream()
                .map(Rule::id)
                .filter(id -> !fired.contains(id))
                .toList();
    }

    private static Set<String> fired(ScenarioResult result) {
        return Stream.concat(result.assessment().findings().stream(), result.assessment().recommendations().stream())
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
    }

    private static List<String> untestedThresholds(List<ScenarioResult> results) {
        Set<String> given = results.stream().flatMap(ShippedRulesTest::given).collect(Collectors.toSet());
        return RULEBOOK.rules().stream()
                .flatMap(rule -> rule.condition().patterns())
                .flatMap(pattern -> pattern.constraint().comparisons())
                .filter(comparison -> comparison.question() instanceof Question.Number)
                .flatMap(ShippedRulesTest::sides)
                .distinct()
                .filter(side -> !given.contains(side))
                .toList();
    }

    /** The number on the threshold, and the neighbour on its other side. */
    private static Stream<String> sides(Comparison comparison) {
        var question = (Question.Number) comparison.question();
        return comparison.literals().stream().map(Integer::parseInt).flatMap(threshold -> {
            boolean holds = comparison.accepts(new Value.Quantity(threshold));
            return IntStream.of(threshold, threshold - 1, threshold + 1)
                    .filter(question::accepts)
                    .filter(number -> number == threshold || comparison.accepts(new Value.Quantity(number)) != holds)
                    .mapToObj(number -> question.path() + " " + number);
        });
    }

    private static Stream<String> given(ScenarioResult result) {
        Answers answers = result.scenario().answers();
        return answers.slots().stream()
                .filter(slot -> slot.question() != null)
                .flatMap(slot -> number(answers, slot).stream());
    }

    private static Optional<String> number(Answers answers, Slot slot) {
        return answers.value(slot)
                .filter(Value.Quantity.class::isInstance)
                .map(value -> Objects.requireNonNull(slot.question()).path() + " " + value.json());
    }

    /** Whether this rule is a strictest finding here, and the verdict is the one of its effect. */
    private static boolean decides(Rule rule, ScenarioResult result) {
        return fired(result).contains(rule.id())
                && result.assessment().verdict()
                        == Objects.requireNonNull(rule.effect()).verdict();
    }
}
