package dev.stipple.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SupportTest {
    private static final int PEOPLE = 200;
    private static final long SEED = 5;

    @Test
    void whatIsKnownBeforehandIsWhatEvaluatingTheConditionTells() {
        Contents rulebook = Shipped.contents();
        var support = new Support(rulebook.questionnaire(), rulebook.rules());
        var people = new GeneratedPeople(rulebook.questionnaire(), SEED);
        int compared = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Answers person = i % 2 == 0 ? people.complete() : people.partial(0.6);
            List<Slot> order = person.slots();
            for (Verdict verdict : Verdict.values()) {
                var evaluation = new Evaluation(person, verdict);
                for (Rule rule : rulebook.rules()) {
                    var known = support.known(rule, person);
                    if (known != null && evaluation.holds(rule.condition())) {
                        var evaluated = evaluation.support(rule.condition(), everySingleFact(rulebook));
                        assertEquals(evaluated, Set.copyOf(known), rule.id() + ", seed " + SEED);
                        assertEquals(
                                known,
                                known.stream()
                                        .sorted((one, other) -> order.indexOf(one) - order.indexOf(other))
                                        .toList());
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > PEOPLE, "compared " + compared);
    }

    /** As if each fact of a group that does not repeat had been matched. */
    private static Map<Group, Set<Integer>> everySingleFact(Contents rulebook) {
        return rulebook.questionnaire().groups().stream()
                .filter(group -> !group.repeats())
                .collect(Collectors.toMap(group -> group, group -> Set.of(0)));
    }
}
