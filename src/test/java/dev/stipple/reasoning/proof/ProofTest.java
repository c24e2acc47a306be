package dev.stipple.reasoning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.answers.Answers;
import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.BruteForceInvariants;
import dev.stipple.reasoning.BruteForceProof;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.outlook.ReasonerTest;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.text.RulesFolder;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    private record Case(Rules rules, BruteForce oracle, List<Answers> all, Certificate certificate) {
        Set<String> subjects(Kind kind) {
            return texts(kind, Failure::subject);
        }

        Set<String> texts(Kind kind, Function<Failure, String> text) {
            return certificate.failures().stream()
                    .filter(failure -> failure.kind() == kind)
                    .map(text)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Set<String> questionsAndRules(Kind kind) {
            return texts(
                    kind,
                    failure -> failure.subject() + " " + failure.rules().get(0).id());
        }

        Set<String> pairs(Kind kind) {
            return texts(kind, failure -> failure.rules().stream().map(Rule::id).collect(Collectors.joining(" ")));
        }

        BruteForceProof bruteForce() {
            return new BruteForceProof(rules, all);
        }

        BruteForceInvariants invariants() {
            return new BruteForceInvariants(rules, all);
        }
    }

    private interface Claim {
        void check(Case random);
    }

    private static void onRandomRulebooks(Claim claim) {
        for (long seed = 0; seed < ReasonerTest.RULEBOOKS; seed++) {
            var rules = new RandomRules(seed).rules();
            var oracle = new BruteForce(rules);
            var all = oracle.completions(Answers.none(rules.questionnaire()));
            try {
                claim.check(new Case(
                        rules, oracle, all, Proof.of(rules, RuleRunner.of(rules), "random", List.of(), Deadline.NONE)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void exactlyTheFactorsThatCanBeSilentAreFound() {
        onRandomRulebooks(random -> {
            var silent = new TreeSet<String>();
            for (Answers each : random.all()) {
                var fired = random.oracle().fired(each);
                for (String factor : random.rules().factors()) {
                    if (random.rules().deciding().stream()
                            .noneMatch(rule -> rule.factor().equals(factor) && fired.contains(rule.id()))) {
                        silent.add(factor);
                    }
                }
            }

            assertThat(random.subjects(Kind.SILENT_FACTOR)).isEqualTo(silent);
        });
    }

    @Test
    void exactlyTheRulesThatNeverFireAreDead() {
        onRandomRulebooks(random -> {
            var dead = random.rules().all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
            random.all().forEach(each -> dead.removeAll(random.oracle().fired(each)));

            assertThat(random.subjects(Kind.DEAD_RULE)).isEqualTo(dead);
        });
    }

    @Test
    void exactlyTheRulesThatAnotherOneCoversAreImplied() {
        onRandomRulebooks(random -> {
            var fired =
                    random.all().stream().map(random.oracle()::fired).collect(Collectors.toCollection(HashSet::new));
            var implied = new TreeSet<String>();
            for (Rule one : random.rules().deciding()) {
                for (Rule other : random.rules().deciding()) {
                    if (!one.id().equals(other.id())
                            && one.effect() == other.effect()
                            && one.factor().equals(other.factor())
                            && fired.stream().anyMatch(each -> each.contains(one.id()))
                            && fired.stream()
                                    .noneMatch(each -> each.contains(one.id()) && !each.contains(other.id()))) {
                        implied.add(one.id());
                    }
                }
            }

            assertThat(random.subjects(Kind.IMPLIED_RULE)).isEqualTo(implied);
        });
    }

    @Test
    void exactlyTheRulesThatFireOnTheSameAnswerContradictEachOther() {
        onRandomRulebooks(random -> assertThat(random.pairs(Kind.CONTRADICTION))
                .isEqualTo(random.bruteForce().contradictions()));
    }

    @Test
    void exactlyTheQuestionsWhoseAnswersAreAllAlikeAreIdle() {
        onRandomRulebooks(random -> assertThat(random.subjects(Kind.IDLE_QUESTION))
                .isEqualTo(random.bruteForce().idle()));
    }

    @Test
    void exactlyTheQuestionsThatWouldObjectIfTheyWereAskedAreHidden() {
        onRandomRulebooks(random -> assertThat(random.questionsAndRules(Kind.HIDDEN_QUESTION))
                .isEqualTo(random.bruteForce().hidden()));
    }

    @Test
    void exactlyTheObjectionsThatAWorseAnswerTakesAwayAreFound() {
        onRandomRulebooks(random -> assertThat(random.questionsAndRules(Kind.WORSE_BUT_MILDER))
                .isEqualTo(random.invariants().worseButMilder()));
    }

    @Test
    void exactlyTheObjectionsToWhatIsThereThatItsLackTakesAwayAreFound() {
        onRandomRulebooks(random -> assertThat(random.questionsAndRules(Kind.HELD_BUT_STRICTER))
                .isEqualTo(random.invariants().heldButStricter()));
    }

    @Test
    void exactlyTheRulesThatAskForWhatIsThereAreFound() {
        onRandomRulebooks(random -> assertThat(random.subjects(Kind.ASKED_THOUGH_HELD))
                .isEqualTo(random.invariants().askedThoughHeld()));
    }

    @Test
    void exactlyTheRulesThatPraiseWhatAnotherDeniesAreFound() {
        onRandomRulebooks(random -> assertThat(random.pairs(Kind.PRAISE_DENIED))
                .isEqualTo(random.invariants().praiseDenied()));
    }

    @Test
    void theOtherAnswerOfAFailureDiffersInItsQuestionAloneAndIsJudgedMilderThanTheObjection() {
        onRandomRulebooks(random -> random.certificate().failures().forEach(failure -> {
            if (failure.instead() != null) {
                Answers person = Objects.requireNonNull(failure.person());
                Failure.Instead instead = failure.instead();
                assertThat(random.oracle()
                                .completions(person.with(instead.slot(), instead.worse())
                                        .applicable()))
                        .contains(instead.answers());
                assertThat(random.oracle().verdict(instead.answers())).isEqualTo(instead.verdict());
                Effect objection = Objects.requireNonNull(failure.rules().get(0).effect());
                assertThat(instead.verdict()).isGreaterThan(objection.verdict()).isNotEqualTo(Verdict.UNDECIDED);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Person( yearsOfSmoking > 10, ageYears < 30 )",
                "( Person( yearsOfSmoking > 10, ageYears < 30 ) or Person( yearsOfSmoking > 20, ageYears < 25 ) )",
                "exists Person( yearsOfSmoking > 10, ageYears < 30 )",
                "not Person( yearsOfSmoking == null || yearsOfSmoking < 10 || ageYears == null || ageYears >= 30 )"
            })
    void aQuestionIsHiddenOnlyFromThoseOfWhomTheRuleAsksTheRest(String condition) {
        RulesFolder folder = Small.with(
                "questionnaire.yaml", "  - id: yearsOfSmoking\n", "  - id: yearsOfSmoking\n    safety: true\n");
        folder = Small.with(folder, "skin.drl", "Skin( marks contains SkinMarks.RASH )", condition);
        folder = Small.with(folder, "skin.drl", ", waitWeeks(2)", "");
        Rules rules = SmallRules.of(folder);

        var hidden = Proof.of(rules, RuleRunner.of(rules), "small", List.of(), Deadline.NONE).failures().stream()
                .filter(failure -> failure.kind() == Kind.HIDDEN_QUESTION)
                .toList();

        assertThat(hidden).singleElement().satisfies(failure -> {
            assertThat(failure.subject()).isEqualTo("person.yearsOfSmoking");
            assertThat(Objects.requireNonNull(failure.person()).json())
                    .extractingByKey("person", InstanceOfAssertFactories.map(String.class, Integer.class))
                    .hasEntrySatisfying("ageYears", age -> assertThat(age).isLessThan(30));
        });
    }

    @Test
    void everyExampleShowsItsFailureWhateverElseIsAnswered() {
        onRandomRulebooks(random -> random.certificate().failures().forEach(failure -> {
            if (failure.kind() == Kind.SILENT_FACTOR && failure.example() != null) {
                assertThat(random.oracle().completions(failure.example()))
                        .isNotEmpty()
                        .allMatch(each -> random.oracle().fired(each).stream()
                                .noneMatch(
                                        id -> random.rules().rule(id).factor().equals(failure.subject())));
            }
        }));
    }

    @Test
    void anExampleHasNoEntriesThatItDoesNotNeed() {
        var rules = SmallRules.with("age.drl", "ageYears >= 18", "ageYears > 18");
        var silent = Proof.of(rules, RuleRunner.of(rules), "small", List.of(), Deadline.NONE).failures().stream()
                .filter(failure -> failure.subject().equals("age"))
                .toList();

        assertThat(silent).singleElement().satisfies(failure -> {
            assertThat(Objects.requireNonNull(failure.example()).json())
                    .hasToString("{person={ageYears=18, smokes=false}}");
            assertThat(Objects.requireNonNull(failure.person())
                            .entries(rules.questionnaire().group("scars").orElseThrow()))
                    .isEmpty();
        });
    }

    @Test
    void nothingIsUnconfirmedAndNoObjectionIsOverruled() {
        onRandomRulebooks(random -> {
            assertThat(random.subjects(Kind.UNCONFIRMED)).isEmpty();
            assertThat(random.subjects(Kind.OVERRULED_OBJECTION)).isEmpty();
        });
    }

    @Test
    void answerSetsAreCountedOneByOne() {
        onRandomRulebooks(random -> {
            boolean repeats = random.rules().questionnaire().groups().stream().anyMatch(group -> group.repeats());
            if (!repeats) {
                assertThat(random.certificate().answerSets())
                        .isEqualTo(BigInteger.valueOf(random.all().size()));
            }
        });
    }
}
