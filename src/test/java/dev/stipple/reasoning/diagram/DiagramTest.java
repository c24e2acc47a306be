package dev.stipple.reasoning.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.Entry;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.answers.PartlyKnown;
import dev.stipple.assessment.Outlook;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The compiled rulebook and the solver on the shipped rules; on small ones, both are held against brute force. */
class DiagramTest {
    private static final long SEED = Long.getLong("diagram.seed", 7);
    /** How many people are tried; more with -Ddiagram.people=100000. */
    private static final int PEOPLE = Integer.getInteger("diagram.people", 40);

    private static final Rules RULES = Rules.of(Shipped.rulebook());
    private static final Diagram DIAGRAM = Diagram.of(RULES).orElseThrow();

    @Test
    void itSaysOfPeopleWhatTheSolverSays() {
        var reasoner = Reasoner.ofSolver(RULES);
        var people = new GeneratedPeople(RULES.questionnaire(), SEED);
        var random = new Random(SEED);
        int told = 0;
        int toldInPart = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Answers person = some(people.complete(), random).applicable();
            String who = "person " + i + " of seed " + SEED;
            told += agrees(reasoner, person, who) ? 1 : 0;
            toldInPart += agrees(reasoner, PartlyKnown.of(person, random), who + ", partly known") ? 1 : 0;
        }
        assertThat(told).isGreaterThan(PEOPLE / 2);
        assertThat(toldInPart).isGreaterThan(PEOPLE / 3);
    }

    /** Whether it says anything of a person; then what the solver says. */
    private static boolean agrees(Reasoner reasoner, Answers person, String who) {
        var reading = DIAGRAM.of(person);
        if (reading.isPresent()) {
            assertThat(reading.get().possible()).as(who).isEqualTo(reasoner.possible(person));
            assertThat(Set.copyOf(reading.get().deciding())).as(who).isEqualTo(Set.copyOf(reasoner.deciding(person)));
            reading.get()
                    .irrelevant()
                    .ifPresent(irrelevant -> assertThat(irrelevant).as(who).isEqualTo(reasoner.idle(person)));
            var compiled = new Reasoner(RULES).of(person, Outlook.Depth.WHOLE);
            var solved = reasoner.of(person, Outlook.Depth.WHOLE);
            assertThat(compiled.together()).as(who).isEqualTo(solved.together());
            assertThat(compiled.beside()).as(who).isEqualTo(solved.beside());
        }
        return reading.isPresent();
    }

    private static Answers some(Answers complete, Random random) {
        double share = random.nextDouble();
        Answers some = complete;
        for (Slot slot : complete.slots()) {
            if (slot.question() != null && complete.value(slot).isPresent() && random.nextDouble() > share) {
                some = some.with(slot, null);
            }
        }
        for (Group group : complete.questionnaire().groups()) {
            if (group.repeats() && random.nextDouble() > share) {
                some = some.without(group);
            }
        }
        return some;
    }

    /** Each is asked after one of several options of a question that is not answered. */
    @Test
    void answersThatTellOfOthersAreReadWithoutTheSolver() {
        var hanging = Stream.of(
                        "{'hairLoss': {'saltBand': 'SALT_21_TO_49'}, 'skin': {'healingDoctorAgrees': true}}",
                        "{'skin': {'healingDoctorAgrees': false}}")
                .map(text -> JsonMapper.shared().readTree(text.replace('\'', '"')))
                .map(json -> AnswersReader.read(RULES.questionnaire(), json, List.of()))
                .toList();
        for (Answers answers : hanging) {
            var reading = DIAGRAM.of(answers).orElseThrow();
            var others = Reasoner.ofSolver(RULES);

            assertThat(reading.possible()).isEqualTo(others.possible(answers));
            assertThat(reading.irrelevant()).contains(others.idle(answers));
            assertThat(reading.deciding()).isNotEmpty();
        }
    }

    /** Each is asked after another answer to one question, which is not there. */
    @Test
    void answersThatExcludeEachOtherAreUndecided() {
        Answers answers = Answers.none(RULES.questionnaire());
        for (String path : List.of("norwood", "ludwig")) {
            Group group = RULES.questionnaire().group("hairLoss").orElseThrow();
            var question = (Question.Choice) group.question(path).orElseThrow();
            answers = answers.with(
                    new Slot(group, 0, question),
                    new Value.Choice(question.options().get(0)));
        }

        assertThat(DIAGRAM.of(answers)).isEmpty();
        assertThat(new Reasoner(RULES).of(answers, Outlook.Depth.WHOLE).possible())
                .containsExactly(Verdict.UNDECIDED);
    }

    @Test
    void theShippedRulesAreFewNodes() {
        assertThat(DIAGRAM.size()).isBetween(1_000, 30_000);
    }

    @Test
    void rulesThatTakeTooManyNodesAreLeftToTheSolver() {
        assertThat(Diagram.of(RULES, 1_000)).isEmpty();
    }

    @Test
    void aNumberThatRulesCutIntoMorePiecesThanAWordHasBitsIsLeftToTheSolver() {
        String few = pieces(20);
        String many = pieces(40);

        assertThat(Diagram.of(SmallRules.with("age.drl", "ageYears >= 18", few)))
                .isPresent();
        assertThat(Diagram.of(SmallRules.with("age.drl", "ageYears >= 18", many)))
                .isEmpty();
    }

    private static String pieces(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(2 * i + 1))
                .collect(Collectors.joining(", ", "ageYears in ( ", " )"));
    }

    @Test
    void moreEntriesThanThereArePlacesForAreLeftToTheSolver() {
        Group group = RULES.questionnaire().groups().stream()
                .filter(Group::repeats)
                .findFirst()
                .orElseThrow();
        Answers few = Answers.none(RULES.questionnaire()).with(group, Collections.nCopies(4, Entry.EMPTY));
        Answers many = few.with(group, Collections.nCopies(5, Entry.EMPTY));

        assertThat(DIAGRAM.of(few)).isPresent();
        assertThat(DIAGRAM.of(many)).isEmpty();
    }
}
