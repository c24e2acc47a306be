package dev.stipple.authoring.impact;

import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes up plausible people: those whom the rule authors wrote down, with some answers changed and some left open. The same
 * people for the same seed and rules.
 */
public final class Population {
    private static final int MOST_CHANGES = 4;
    private static final double COMPLETE = 0.7;
    private static final double FORGOTTEN = 0.1;

    private final List<Answers> known;
    private final GeneratedPeople people;
    private final Random random;

    public Population(Contents contents, long seed) {
        var scenarios = Scenarios.load(contents);
        this.known = Stream.concat(
                        scenarios.people().values().stream(),
                        scenarios.all().stream().map(Scenario::answers))
                .toList();
        this.people = new GeneratedPeople(contents.questionnaire(), seed);
        this.random = new Random(seed);
    }

    /** The next person. */
    public Answers next() {
        Answers person = known.get(random.nextInt(known.size()));
        for (int changes = random.nextInt(MOST_CHANGES + 1); changes > 0; changes--) {
            person = changed(person);
        }
        return random.nextDouble() < COMPLETE ? people.completed(person) : forgetful(person);
    }

    private Answers changed(Answers person) {
        List<Slot> answered = answered(person);
        if (answered.isEmpty()) {
            return person;
        }
        Slot slot = answered.get(random.nextInt(answered.size()));
        return person.with(slot, people.value(Objects.requireNonNull(slot.question())))
                .applicable();
    }

    private Answers forgetful(Answers person) {
        Answers less = person;
        for (Slot slot : answered(person)) {
            less = random.nextDouble() < FORGOTTEN ? less.with(slot, null).applicable() : less;
        }
        return less;
    }

    private static List<Slot> answered(Answers answers) {
        return answers.slots().stream()
                .filter(slot -> slot.question() != null && answers.value(slot).isPresent())
                .toList();
    }
}
