package dev.stipple.questionnaire;

import dev.stipple.text.Nearest;
import dev.stipple.text.YamlNode;
import java.util.List;
import java.util.Set;

/** Checks whether the answers that a requirement accepts are ones that its question has. */
public final class AcceptedAnswers {
    private static final List<String> TRUTH = List.of("true", "false");

    private AcceptedAnswers() {}

    /**
     * Adds what does not fit to the faults.
     *
     * @param place what the requirement was read from
     */
    public static void check(Question other, Requirement requirement, YamlNode place) {
        if (other instanceof Question.Text) {
            place.fault(
                    "requirement",
                    "'" + other.path() + "' takes free words, which nothing is decided upon",
                    "name a question of another type");
            return;
        }
        if (other instanceof Question.Number) {
            if (!requirement.codes().isEmpty()) {
                place.fault("requirement", "'" + other.path() + "' is a number", "write {min: 1, max: 2}");
            }
            return;
        }
        if (requirement.codes().isEmpty()) {
            place.fault("requirement", "'" + other.path() + "' has options", "list them: [A, B]");
        }
        YamlNode codes = place.isMap() ? place.at("not") : place;
        codes.list().stream()
                .filter(code -> !codes(other).contains(code.string()))
                .forEach(code -> code.fault(
                        "unknown-option",
                        "there is no option '" + code.string() + "'",
                        Nearest.remedy(code.string(), codes(other))));
    }

    /** The answers to a question, as requirements name them; none to one that has no options. */
    static Set<String> codes(Question question) {
        return question.match(
                number -> Set.of(),
                yesNo -> Set.copyOf(TRUTH),
                choice -> Set.copyOf(choice.codes()),
                choices -> Set.copyOf(choices.codes()),
                text -> Set.of());
    }
}
