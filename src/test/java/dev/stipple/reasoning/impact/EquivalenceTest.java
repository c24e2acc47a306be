package dev.stipple.reasoning.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Move;
import dev.stipple.explain.WhyNot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.impact.Impact.Part;
import dev.stipple.reasoning.outlook.ReasonerTest;
import dev.stipple.reasoning.proof.JustFailing;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("whole")
class EquivalenceTest {
    private interface Claim {
        void check(Rules before, Rules after, List<Answers> all);
    }

    /** Tries something on random rulebooks of which one rule was changed. */
    private static void onChangedRulebooks(Claim claim) {
        for (long seed = 0; seed < ReasonerTest.RULEBOOKS; seed++) {
            var random = new RandomRules(seed);
            Rules before = random.rules();
            var rules = new ArrayList<>(before.all());
            int index = (int) (seed % rules.size());
            Rule old = rules.get(index);
            var variants = JustFailing.of(old);
            rules.set(
                    index,
                    seed % 3 == 0 && !variants.isEmpty()
                            ? RandomRules.rule(old.id(), old.factor(), old.effect(), variants.get(0))
                            : random.rule(
                                    before.questionnaire(),
                                    Integer.parseInt(old.id().substring(4)) - 10,
                                    old.factor(),
                                    old.effect()));
            var after = new Rules(before.questionnaire(), List.copyOf(rules), before.factors());
            var all = new BruteForce(before).completions(Answers.none(before.questionnaire()));
            try {
                claim.check(before, after, all);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void findingsDifferExactlyWhereSomebodyShowsIt() {
        onChangedRulebooks((before, after, all) -> {
            Optional<Answers> witness = new Equivalence(before, List.of()).findingsDiffer(after.all());
            var one = new BruteForce(before);
            var other = new BruteForce(after);

            assertThat(witness.isPresent())
                    .isEqualTo(all.stream().anyMatch(each -> !one.fired(each).equals(other.fired(each))));
            witness.ifPresent(each -> assertThat(one.fired(each)).isNotEqualTo(other.fired(each)));
        });
    }

    @Test
    void verdictsDifferExactlyWhereSomebodyShowsIt() {
        onChangedRulebooks((before, after, all) -> {
            Optional<Answers> witness = new Equivalence(before, List.of()).verdictsDiffer(after.all());
            var one = new BruteForce(before);
            var other = new BruteForce(after);

            assertThat(witness.isPresent())
                    .isEqualTo(all.stream().anyMatch(each -> one.verdict(each) != other.verdict(each)));
            witness.ifPresent(each -> assertThat(one.verdict(each)).isNotEqualTo(other.verdict(each)));
        });
    }

    @Test
    void aRuleThatIsNoLongerThereIsMissed() {
        Rules rules = SmallRules.rules();
        var others =
                rules.all().stream().filter(rule -> !rule.id().equals("AGE-01")).toList();

        assertThat(new Equivalence(rules, List.of()).findingsDiffer(others)).isPresent();
        assertThat(new Equivalence(rules, List.of()).verdictsDiffer(others)).isPresent();
        assertThat(new Equivalence(rules, List.of()).verdictsDiffer(rules.all()))
                .isEmpty();
    }

    @Test
    void thePlanIsComparedByTheVerdictsThatItSpeaksTo() {
        Rules rules = SmallRules.rules();
        Rules other = SmallRules.with(
                "plan.drl", "Verdict.SUITABLE, Verdict.SUITABLE_WITH", "Verdict.DEFER, Verdict.SUITABLE_WITH");

        assertThat(new Equivalence(rules, List.of()).findingsDiffer(other.all()))
                .isPresent();
        assertThat(new Equivalence(rules, List.of()).verdictsDiffer(other.all()))
                .isEmpty();
    }

    @Test
    void whatIsOnlySaidWhileAnswersAreOpenDiffersForNobodyWhoHasAnsweredAll() {
        // Whoever is under age has a verdict as soon as everything is answered.
        String open = "Outcome( verdict == Verdict.UNDECIDED )\n    Person( ageYears < ";
        String find = "Outcome( verdict in ( Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS ) )";
        Rules before = SmallRules.with("plan.drl", find, open + "18 )");
        Rules after = SmallRules.with("plan.drl", find, open + "17 )");

        assertThat(new Equivalence(before, List.of()).findingsDiffer(after.all()))
                .isEmpty();
        assertThat(new Equivalence(before, List.of()).differsWhileOpen(after.all()))
                .isTrue();
        assertThat(new Equivalence(before, List.of()).differsWhileOpen(before.all()))
                .isFalse();
    }

    @Test
    void theRegionsOfAnImpactCoverEveryChangeAndNothingElse() {
        onChangedRulebooks((before, after, all) -> {
            Impact.Difference difference = Impact.between(before, after, RuleRunner.of(before), RuleRunner.of(after));
            var one = new BruteForce(before);
            var other = new BruteForce(after);

            assertThat(difference.cut()).isFalse();
            for (Answers each : all) {
                Verdict from = one.verdict(each);
                Verdict to = other.verdict(each);
                var regions = difference.regions().stream()
                        .filter(region -> region.parts().stream().allMatch(part -> holds(part, each)))
                        .toList();
                assertThat(regions.isEmpty()).as(each.json().toString()).isEqualTo(from == to);
                assertThat(regions).allMatch(region -> region.move().equals(new Move(from, to)));
            }
        });
    }

    private static boolean holds(Part part, Answers answers) {
        if (part instanceof Part.Entry entry) {
            return answers.entries(entry.group()).stream()
                            .anyMatch(each -> entry.constraint().holds(each))
                    == entry.some();
        }
        var question = part instanceof Part.Among among ? among.question() : ((Part.Chosen) part).question();
        var group = answers.questionnaire().group(question.group()).orElseThrow();
        Optional<Value> value = answers.entries(group).get(0).value(question);
        if (value.isEmpty()) {
            return true;
        }
        return part instanceof Part.Among among
                ? among.stretches().stream().anyMatch(stretch -> isIn(stretch, value.get()))
                : value.get().codes().contains(((Part.Chosen) part).option().code()) == ((Part.Chosen) part).chosen();
    }

    private static boolean isIn(Impact.Stretch stretch, Value value) {
        if (value instanceof Value.Quantity number) {
            return ((Value.Quantity) stretch.from()).value() <= number.value()
                    && number.value() <= ((Value.Quantity) stretch.to()).value();
        }
        return stretch.from().equals(value);
    }

    @Test
    void aRuleThatDidNotFireIsKeptBackByConditionsThatDoNotHold() {
        ReasonerTest.onRandomRulebooks((oracle, answers) -> {
            for (Rule rule : oracle.rules().deciding()) {
                var why = WhyNot.of(rule, answers, null);

                assertThat(why.fired()).isEqualTo(new Evaluation(answers, null).holds(rule.condition()));
                assertThat(why.fired())
                        .isEqualTo(why.failed().isEmpty() && why.hangsOn().isEmpty());
                assertThat(why.hangsOn()).allMatch(answers::isUnknown);
            }
        });
    }
}
