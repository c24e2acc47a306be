package dev.stipple.authoring.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Planted;
import dev.stipple.authoring.Shipped;
import dev.stipple.authoring.coverage.CoverageTest;
import dev.stipple.authoring.scenario.Evaluated;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("whole")
final class MutationRunTest {
    private static final Contents SMALL = Contents.read(Planted.clean());

    @Test
    void aSurvivorIsToldWithTheChangedLineAndAScenarioThatNotices() {
        MutationScore score = run(SMALL, Distinguisher.UNDECIDED);

        assertThat(score.survivors())
                .anySatisfy(lines -> assertThat(lines)
                        .startsWith(
                                "age.drl:32:44: AGE-03: '>' becomes '>='",
                                "  Person( smokes == true, yearsOfSmoking >= 10 )")
                        .anyMatch(line -> line.contains("yearsOfSmoking: 10")));
    }

    @Test
    void aSentenceSaysWhatAnOrdinaryPersonIsToldBeforeAndAfter() {
        Scenarios scenarios = Scenarios.load(SMALL);
        var exact = new ExactDistinguisher(
                Rulebook.load(SMALL.folder()), scenarios.people().values());

        assertThat(run(SMALL, exact).survivors())
                .anySatisfy(lines -> assertThat(lines)
                        .startsWith("age.drl:32:44: AGE-03: '>' becomes '>='")
                        .contains(
                                "  ADULT with person.smokes true, person.yearsOfSmoking 10 is told SUITABLE and would be"
                                        + " told SUITABLE_WITH_CONDITIONS."));
    }

    @Test
    void theScenariosOfSurvivorsRaiseTheScore() {
        MutationScore before = run(SMALL, Distinguisher.UNDECIDED);
        Contents filled = Contents.read(CoverageTest.with(SMALL.folder(), before.survivors()));

        MutationScore after = run(filled, Distinguisher.UNDECIDED);

        assertThat(after.percent()).isGreaterThan(before.percent()).isGreaterThan(80);
    }

    @Test
    void whatIsProvedEquivalentIsSetAside() {
        MutationScore score = run(SMALL, (contents, original, changed) -> new Difference.None());

        assertThat(score.survived()).isZero();
        assertThat(score.equivalent()).isPositive();
    }

    @Test
    void whatNobodyCouldNoticeDoesNotCountAndIsToldWithItsReason() {
        MutationScore score = run(SMALL, (contents, original, changed) -> new Difference.None());

        assertThat(score.percent()).isEqualTo(100);
        assertThat(score.equivalents())
                .hasSize((int) score.equivalent())
                .contains("age.drl:32:44: AGE-03: '>' becomes '>=': it fires for the same people, whatever is answered")
                .anyMatch(line -> line.endsWith(": whoever it fires for gets the same verdict by other rules"));
    }

    @Test
    void aPersonWhoIsShownToTellAChangeOfThePlanApartDoes() {
        var distinguisher = new ExactDistinguisher(Shipped.rulebook(), List.of());
        var plan = Shipped.CONTENTS.rules().stream()
                .filter(rule -> rule.effect() == null)
                .toList();

        for (int i = 0; i < plan.size(); i += 9) {
            Rule rule = plan.get(i);
            for (Mutation mutation :
                    new Mutations(Shipped.CONTENTS.folder()).of(rule).limit(12).toList()) {
                Rule changed = reread(mutation).orElse(null);
                var difference = distinguisher.between(Shipped.CONTENTS, rule, changed);
                if (difference instanceof Difference.Shown shown) {
                    var person = Evaluated.of(Shipped.CONTENTS, shown.answers());
                    boolean fires = changed != null
                            && new Evaluation(person.answers(), person.verdict()).holds(changed.condition());
                    assertThat(fires)
                            .as(rule.id() + ": " + mutation.what(Shipped.CONTENTS.folder()))
                            .isNotEqualTo(person.fired(rule.id()));
                }
            }
        }
    }

    @Test
    void aChangeThatNobodyWhoseVerdictIsDecidedMeetsIsEquivalent() {
        Rule never = Shipped.CONTENTS.rule("PLN-77").orElseThrow();
        String file = Shipped.CONTENTS.folder().text(never.span().file());
        String text = file.substring(file.lastIndexOf("rule \"", file.indexOf("@id(PLN-77)")));
        String adults = text.substring(0, text.indexOf("\nend") + 4)
                .replace("\nthen", "\n    Candidate( ageYears >= 18 )\nthen");

        var difference = new ExactDistinguisher(Shipped.rulebook(), List.of())
                .between(
                        Shipped.CONTENTS,
                        never,
                        Shipped.CONTENTS.reread(never, adults).orElseThrow());

        assertThat(difference).isEqualTo(new Difference.None());
    }

    @Test
    void aChangeThatOnlyPeopleWithAnOpenVerdictMeetIsNotEquivalent() {
        Rule laser = Shipped.CONTENTS.rule("PLN-124").orElseThrow();
        var always = new Mutations(Shipped.CONTENTS.folder())
                .of(laser)
                .filter(mutation -> mutation.what(Shipped.CONTENTS.folder()).startsWith("'Outcome("))
                .findFirst()
                .orElseThrow();

        var difference = new ExactDistinguisher(Shipped.rulebook(), List.of())
                .between(Shipped.CONTENTS, laser, reread(always).orElseThrow());

        assertThat(difference).isEqualTo(new Difference.Unknown());
    }

    @Test
    void aChangedEffectIsToldByAVerdict() {
        Rule rule = Shipped.CONTENTS.rule("ALL-03").orElseThrow();
        var effect = new Mutations(Shipped.CONTENTS.folder())
                .of(rule)
                .filter(mutation -> mutation.replacement().equals("SUPPORTS"))
                .findFirst()
                .orElseThrow();

        var difference = new ExactDistinguisher(Shipped.rulebook(), List.of())
                .between(Shipped.CONTENTS, rule, reread(effect).orElseThrow());

        assertThat(difference)
                .isInstanceOfSatisfying(
                        Difference.Shown.class,
                        shown -> assertThat(Evaluated.of(Shipped.CONTENTS, shown.answers())
                                        .verdict())
                                .isEqualTo(Verdict.SUITABLE_WITH_CONDITIONS));
    }

    @Test
    void droolsAgreesOnASampleOfChangedRules() {
        Map<Rule, Mutation> sample = sample();
        Map<Rule, Rule> changed = new LinkedHashMap<>();
        sample.forEach((rule, mutation) -> changed.put(rule, reread(mutation).orElseThrow()));
        Rulebook mutated = Rulebook.load(spliced(Shipped.CONTENTS.folder(), sample.values()));

        assertThat(sample).hasSizeGreaterThan(200);
        for (Scenario scenario : Scenarios.load(mutated.contents()).all()) {
            var fired = mutated.findings(scenario.answers()).stream()
                    .map(finding -> finding.rule().id())
                    .collect(Collectors.toSet());
            var evaluation = new Evaluation(scenario.answers(), null);
            changed.forEach((rule, other) -> assertThat(evaluation.holds(other.condition()))
                    .as(() -> rule.id() + " on " + scenario.name())
                    .isEqualTo(fired.contains(rule.id())));
        }
    }

    private static Optional<Rule> reread(Mutation mutation) {
        return Shipped.CONTENTS.reread(mutation.rule(), mutation.ruleText(Shipped.CONTENTS.folder()));
    }

    /**
     * One change each of some rules that have an effect and no wait, as a wait has to end where its threshold does; drawn by
     * a fixed seed.
     */
    private static Map<Rule, Mutation> sample() {
        var random = new Random(42);
        var sample = new LinkedHashMap<Rule, Mutation>();
        var mutations = new Mutations(Shipped.CONTENTS.folder());
        for (Rule rule : Shipped.CONTENTS.rules()) {
            var possible = new ArrayList<>(mutations
                    .of(rule)
                    .filter(mutation -> rule.effect() != null && !rule.waits() && !mutation.dropsRule())
                    // Objections name what supporting rules speak well of; they cannot be left without one.
                    .filter(mutation -> rule.effect() != Effect.SUPPORTS || !isEffect(mutation.replacement()))
                    .toList());
            Collections.shuffle(possible, random);
            possible.stream()
                    .limit(5)
                    .filter(mutation -> reread(mutation).isPresent())
                    .findFirst()
                    .ifPresent(mutation -> sample.put(rule, mutation));
        }
        return sample;
    }

    private static boolean isEffect(String text) {
        return Stream.of(Effect.values()).anyMatch(effect -> effect.name().equals(text));
    }

    private static RulesFolder spliced(RulesFolder folder, Iterable<Mutation> mutations) {
        var fromTheEnd = new ArrayList<Mutation>();
        mutations.forEach(fromTheEnd::add);
        fromTheEnd.sort(
                Comparator.comparingInt((Mutation mutation) -> mutation.span().start())
                        .reversed());
        RulesFolder changed = folder;
        for (Mutation mutation : fromTheEnd) {
            String file = mutation.span().file();
            changed = changed.with(file, mutation.span().replace(changed.text(file), mutation.replacement()));
        }
        return changed;
    }

    private static MutationScore run(Contents contents, Distinguisher distinguisher) {
        return new MutationRun(contents, Scenarios.load(contents), distinguisher).run(contents.rules(), () -> {});
    }
}
