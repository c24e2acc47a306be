package dev.stipple.reasoning.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.rule.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrdinaryPeopleTest {
    private static final int RULEBOOKS = 60;

    @Test
    void nobodyWithTheVerdictIsNearer() {
        int seen = 0;
        for (long seed = 0; seed < RULEBOOKS; seed++) {
            var rules = new RandomRules(seed).rules();
            var oracle = new BruteForce(rules);
            List<Answers> all = oracle.completions(Answers.none(rules.questionnaire()));
            Answers known = all.stream()
                    .filter(each ->
                            groups(each).allMatch(group -> each.entries(group).isEmpty()))
                    .findFirst()
                    .orElseThrow();
            var space = new Space(rules.questionnaire(), rules.conditions(), 1);
            var outcome = new Outcome(space, rules);
            var people =
                    new OrdinaryPeople(space, new Solver(space.formula()), outcome.objections(rules), List.of(known));

            for (Verdict verdict : Verdict.values()) {
                var least = all.stream()
                        .filter(each -> oracle.verdict(each) == verdict)
                        .mapToInt(each -> changes(known, each) + objections(rules, oracle, each))
                        .min();
                var found = people.of(outcome.is(verdict));

                assertThat(found.isPresent()).isEqualTo(least.isPresent());
                found.ifPresent(person -> {
                    assertThat(person.changes())
                            .as("%s of %d rules", verdict, rules.all().size())
                            .isEqualTo(least.getAsInt());
                    assertThat(oracle.verdict(person.answers())).isEqualTo(verdict);
                    assertThat(changes(known, person.answers()) + objections(rules, oracle, person.answers()))
                            .isEqualTo(person.changes());
                });
                seen += least.isPresent() ? 1 : 0;
            }
        }
        assertThat(seen).isGreaterThan(RULEBOOKS);
    }

    /** Whoever has the verdict is objected to more often than is searched exactly. */
    @Test
    void ofSeveralKnownPeopleTheNearestCountsAlsoWhereItTakesMany() {
        int seen = 0;
        for (long seed = 0; seed < RULEBOOKS; seed++) {
            var rules = new RandomRules(seed).rules();
            List<Answers> all = new BruteForce(rules).completions(Answers.none(rules.questionnaire()));
            var known = List.of(all.get(0), all.get(all.size() - 1));
            var space = new Space(rules.questionnaire(), rules.conditions(), 1);
            var outcome = new Outcome(space, rules);
            for (Verdict verdict : Verdict.values()) {
                int literal = outcome.is(verdict);
                var objections = Collections.nCopies(8, literal);
                var alone = known.stream()
                        .flatMap(each -> new OrdinaryPeople(
                                        space, new Solver(space.formula()), objections, List.of(each))
                                .of(literal).stream())
                        .mapToInt(OrdinaryPeople.Person::changes)
                        .toArray();
                var together = new OrdinaryPeople(space, new Solver(space.formula()), objections, known).of(literal);

                assertThat(together.isPresent()).isEqualTo(alone.length > 0);
                if (together.isPresent()) {
                    assertThat(together.get().changes())
                            .as("%s of seed %d", verdict, seed)
                            .isEqualTo(IntStream.of(alone).min().orElseThrow());
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(RULEBOOKS);
    }

    private static Stream<Group> groups(Answers answers) {
        return answers.questionnaire().groups().stream().filter(Group::repeats);
    }

    /** Answers that are another, and groups that have entries. */
    private static int changes(Answers known, Answers other) {
        long single = other.questionnaire().groups().stream()
                .filter(group -> !group.repeats())
                .flatMap(group -> group.closed().stream().map(question -> new Slot(group, 0, question)))
                .filter(slot -> other.value(slot).isPresent() && !Objects.equals(known.value(slot), other.value(slot)))
                .count();
        return (int) (single
                + groups(other).filter(group -> !other.entries(group).isEmpty()).count());
    }

    private static int objections(Rules rules, BruteForce oracle, Answers answers) {
        var fired = oracle.fired(answers);
        return (int) rules.deciding().stream()
                .filter(rule -> Objects.requireNonNull(rule.effect()).objects() && fired.contains(rule.id()))
                .count();
    }
}
