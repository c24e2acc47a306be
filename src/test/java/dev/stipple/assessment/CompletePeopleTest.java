package dev.stipple.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.authoring.impact.Population;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import org.junit.jupiter.api.Test;

class CompletePeopleTest {
    private static final int PEOPLE = 1000;
    private static final long SEED = 11;

    @Test
    void whatFiredDecidesAsTheReasonerDoes() {
        Rulebook rulebook = Shipped.rulebook();
        var reasoner = new Reasoner(rulebook);
        var assessor = new Assessor(rulebook, reasoner, Outlook.Depth.VERDICTS);
        var population = new Population(rulebook.contents(), SEED);
        for (int i = 0; i < PEOPLE; i++) {
            Answers person = population.next();

            assertEquals(
                    reasoner.possible(person),
                    assessor.assess(person).outlook().possible(),
                    "person " + i + " of seed " + SEED);
        }
    }
}
