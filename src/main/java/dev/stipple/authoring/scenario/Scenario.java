package dev.stipple.authoring.scenario;

import dev.stipple.answers.Answers;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import org.jspecify.annotations.Nullable;

/**
 * A person, and what has to come out for them.
 *
 * @param name a sentence
 * @param like the person whose answers are taken over; null where all answers are given
 * @param answers everything known of the person, what is given laid over
 */
public record Scenario(Place place, String name, @Nullable String like, Answers answers, Expectation expected) {

    /** The factor that it is about. */
    public String factor() {
        return RulesFolder.factor(place.file());
    }
}
