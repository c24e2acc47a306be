package dev.stipple.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.reasoning.change.CounterfactualEngine;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.proof.CrossCheck;
import dev.stipple.reasoning.proof.JustFailing;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rulebook.Rulebook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long each question to the reasoner takes on the shipped rules, in one JVM after warming up, on made-up people who
 * have answered from nothing to everything: {@code ./mvnw test -Dtest=ReasonerSpeedTest -Dspeed=2000
 * -DargLine=}.
 */
@EnabledIfSystemProperty(named = "speed", matches = "\\d+")
class ReasonerSpeedTest {
    private static final int PEOPLE = Integer.getInteger("speed", 2_000);
    private static final long SEED = Long.getLong("seed", 20_261_120L);
    private static final int WHOLE_RULEBOOK = 20;

    @Test
    void everyFigureIsPrinted() {
        System.out.printf("%d people from seed %d; milliseconds%n", PEOPLE, SEED);
        System.out.printf("%-26s %9s %9s %9s %9s%n", "", "median", "p95", "p99", "most");
        Rulebook rulebook = Shipped.rulebook();
        List<Answers> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new GeneratedPeople(rulebook.questionnaire(), SEED + i).partial(i % 11 / 10.0))
                .toList();
        var reasoner = new Reasoner(rulebook);
        var counterfactuals = new CounterfactualEngine(rulebook);
        var assessor = new Assessor(rulebook, reasoner);
        perPerson("still possible", people, reasoner::possible);
        perPerson("next question", people, reasoner::next);
        perPerson("counterfactuals", people, counterfactuals::of);
        perPerson("smallest reason", people, reasoner::reason);
        perPerson("could not matter", people, reasoner::idle);
        perPerson("everything reasoned", people, answers -> reasoner.of(answers, Outlook.Depth.WHOLE));
        perPerson("fired by Drools", people, rulebook::findings);
        perPerson("full assessment", people, assessor::assess);
        ofTheRulebook(
                "prove",
                () -> assertThat(Proof.of(rulebook, List.of()).unfinished()).isEmpty());
        ofTheRulebook(
                "impact of one threshold",
                () -> Impact.between(
                        Rules.of(rulebook),
                        changed(rulebook),
                        RuleRunner.of(rulebook),
                        RuleRunner.of(changed(rulebook))));
        ofTheRulebook("cross-check", () -> assertThat(CrossCheck.of(rulebook)).isEmpty());
    }

    /** The rules with one comparison turned round. */
    static Rules changed(Rulebook rulebook) {
        Rules rules = Rules.of(rulebook);
        var rule = rules.deciding().get(0);
        var variant = JustFailing.of(rule).get(0);
        return new Rules(
                rules.questionnaire(),
                rules.all().stream()
                        .map(each -> each.equals(rule)
                                ? RandomRules.rule(rule.id(), rule.factor(), rule.effect(), variant)
                                : each)
                        .toList(),
                rules.factors());
    }

    private static void perPerson(String what, List<Answers> people, Consumer<Answers> question) {
        people.forEach(question);
        print(what, PEOPLE, i -> nanos(() -> question.accept(people.get((int) i))));
    }

    private static void ofTheRulebook(String what, Runnable question) {
        IntStream.range(0, 3).forEach(i -> question.run());
        print(what, WHOLE_RULEBOOK, i -> nanos(question));
    }

    private static long nanos(Runnable question) {
        long start = System.nanoTime();
        question.run();
        return System.nanoTime() - start;
    }

    private static void print(String what, int times, LongUnaryOperator measure) {
        long[] nanos = IntStream.range(0, times).mapToLong(measure::applyAsLong).toArray();
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-26s %9.2f %9.2f %9.2f %9.2f%n",
                what,
                nanos[times / 2] / 1e6,
                nanos[times * 95 / 100] / 1e6,
                nanos[times * 99 / 100] / 1e6,
                nanos[times - 1] / 1e6);
    }
}
