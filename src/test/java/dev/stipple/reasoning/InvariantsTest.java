package dev.stipple.reasoning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.answers.PartlyKnown;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Conclusion;
import dev.stipple.assessment.Explanation;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What holds for whoever answers whatever, tried on made-up people: {@code -Dpeople=20000} for more of them,
 * {@code -Dseed=1} for others.
 */
@Tag("whole")
class InvariantsTest {
    private static final int PEOPLE = Integer.getInteger("people", 200);
    private static final long SEED = Long.getLong("seed", 20_261_120L);
    private static final Rulebook RULEBOOK = Shipped.rulebook();
    private static final Reasoner REASONER = new Reasoner(RULEBOOK);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void moreAnswersNeverRemoveAFindingNorMakeAVerdictPossibleAgain() {
        var random = new Random(SEED);
        forEveryone(people -> {
            Answers some = PartlyKnown.of(people.partial(random.nextDouble()), random);
            Answers all = people.completed(some);

            List<Finding> after = RULEBOOK.findings(all);
            assertTrue(RULEBOOK.findings(some).stream().allMatch(finding -> isAmong(finding, after)));
            assertTrue(REASONER.possible(some).containsAll(REASONER.possible(all)));
        });
    }

    @Test
    void completeAnswersHaveOneVerdictAndItIsTheOneOfTheStrictestFinding() {
        forEveryone(people -> {
            Answers answers = people.complete();

            assertEquals(Set.of(verdict(rules(answers))), REASONER.possible(answers));
        });
    }

    @Test
    void addingAnObjectionNeverMakesAVerdictMilder() {
        var random = new Random(SEED);
        List<Rule> objections = RULEBOOK.rules().stream()
                .filter(rule -> rule.effect() != null && rule.effect().objects())
                .toList();
        forEveryone(people -> {
            List<Rule> fired = rules(people.complete());
            List<Rule> more = new ArrayList<>(fired);
            more.add(objections.get(random.nextInt(objections.size())));

            assertTrue(verdict(more).compareTo(verdict(fired)) <= 0);
        });
    }

    @Test
    void nobodyIsSuitableWhileAnAnswerCouldStillChangeThat() {
        forEveryone(people -> {
            Answers some = people.partial(0.97);
            Set<Verdict> possible = REASONER.possible(some);

            if (possible.equals(Set.of(Verdict.SUITABLE))) {
                assertEquals(Verdict.SUITABLE, verdict(rules(people.completed(some))));
            }
            if (some.unanswered().stream().anyMatch(slot -> slot.isSafetyCritical() && changes(some, slot))) {
                assertTrue(possible.size() > 1);
            }
        });
    }

    @Test
    void theSameAnswersGiveTheSameBytesWhoeverWasAssessedBefore() {
        var assessor = new Assessor(RULEBOOK, new Reasoner(RULEBOOK));
        List<Answers> everyone = new ArrayList<>();
        forEveryone(PEOPLE / 10, people -> everyone.add(people.partial(0.8)));
        forEveryone(PEOPLE / 10, people -> everyone.add(people.complete()));
        List<byte[]> forwards =
                everyone.stream().map(answers -> bytes(assessor, answers)).toList();
        Collections.reverse(everyone);

        for (int i = 0; i < everyone.size(); i++) {
            assertArrayEquals(forwards.get(everyone.size() - 1 - i), bytes(assessor, everyone.get(i)));
        }
    }

    @Test
    void theOrderOfEntriesChangesNothing() {
        forEveryone(people -> {
            Answers answers = people.partial(0.9);
            Answers turned = turned(answers);

            assertEquals(rules(answers), rules(turned));
            assertEquals(REASONER.possible(answers), REASONER.possible(turned));
        });
    }

    @Test
    void theOrderOfFilesAndOfRulesChangesNothing() {
        Rulebook shuffled = Rulebook.load(shuffled(RULEBOOK.folder()));
        forEveryone(people -> {
            Answers answers = people.partial(0.9);

            assertEquals(ids(RULEBOOK, answers), ids(shuffled, answers));
        });
    }

    private static boolean changes(Answers answers, Slot slot) {
        return REASONER.deciding(answers).contains(slot);
    }

    private static Set<String> ids(Rulebook rulebook, Answers answers) {
        return rulebook.findings(answers).stream()
                .map(finding -> finding.rule().id() + finding.standsOn().size())
                .collect(Collectors.toSet());
    }

    /** The same rules under other file names is not possible, as names begin with the file; but in another order. */
    private static RulesFolder shuffled(RulesFolder folder) {
        var texts = new TreeMap<>(folder.texts());
        texts.replaceAll((file, text) -> file.endsWith(".drl") && !file.equals("facts.drl") ? reversed(text) : text);
        return new RulesFolder(texts);
    }

    private static String reversed(String text) {
        int first = text.indexOf("\nrule ");
        var rules = new ArrayList<>(Arrays.asList(text.substring(first).split("(?=\nrule )", -1)));
        Collections.reverse(rules);
        return text.substring(0, first) + "\n" + String.join("\n", rules) + "\n";
    }

    private static Answers turned(Answers answers) {
        Answers turned = answers;
        for (Group group : answers.questionnaire().groups()) {
            if (group.repeats() && answers.answered(group)) {
                List<Entry> entries = new ArrayList<>(answers.entries(group));
                Collections.reverse(entries);
                turned = turned.with(group, entries);
            }
        }
        return turned;
    }

    private static byte[] bytes(Assessor assessor, Answers answers) {
        return JSON.writeValueAsBytes(Explanation.of(assessor.assess(answers), Spoken.FR));
    }

    /** Whether the finding is still there; it may stand on more answers than before. */
    private static boolean isAmong(Finding finding, List<Finding> findings) {
        return findings.stream()
                .anyMatch(other -> other.rule().equals(finding.rule())
                        && Objects.equals(other.delay(), finding.delay())
                        && new HashSet<>(other.standsOn()).containsAll(finding.standsOn()));
    }

    private static List<Rule> rules(Answers answers) {
        return RULEBOOK.findings(answers).stream().map(Finding::rule).distinct().toList();
    }

    private static Verdict verdict(List<Rule> fired) {
        return Conclusion.of(fired, RULEBOOK.factors().keySet());
    }

    private static void forEveryone(Consumer<GeneratedPeople> test) {
        forEveryone(PEOPLE, test);
    }

    private static void forEveryone(int count, Consumer<GeneratedPeople> test) {
        for (int i = 0; i < count; i++) {
            long seed = SEED + i;
            try {
                test.accept(new GeneratedPeople(RULEBOOK.questionnaire(), seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
