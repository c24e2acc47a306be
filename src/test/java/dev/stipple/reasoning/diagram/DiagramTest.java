package dev.stipple.reasoning.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.space.Rules;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
        for (int i = 0; i < PEOPLE; i++) {
            Answers person = some(people.complete(), random).applicable();
            var reading = DIAGRAM.of(person);
            String who = "person " + i + " of seed " + SEED;
            if (reading.isPresent()) {
                told++;
                assertThat(reading.get().possible()).as(who).isEqualTo(reasoner.possible(person));
                assertThat(Set.copyOf(reading.get().deciding()))
                        .as(who)
                        .isEqualTo(Set.copyOf(reasoner.deciding(person)));
                reading.get()
                        .irrelevant()
                        .ifPresent(irrelevant -> assertThat(irrelevant).as(who).isEqualTo(reasoner.idle(person)));
            }
        }
        assertThat(told).isGreaterThan(PEOPLE / 2);
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

    @Test
    void theShippedRulesAreFewNodes() {
        assertThat(DIAGRAM.size()).isBetween(1_000, 20_000);
    }

    @Test
    void rulesThatTakeTooManyNodesAreLeftToTheSolver() {
        assertThat(Diagram.of(RULES, 1_000)).isEmpty();
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
