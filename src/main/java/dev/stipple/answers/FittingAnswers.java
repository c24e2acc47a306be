package dev.stipple.answers;

import dev.stipple.questionnaire.Questionnaire;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers that may have been given to an older questionnaire. */
public final class FittingAnswers {
    private FittingAnswers() {}

    /** The answers, without those that the questionnaire does not know (any more) and those that do not apply. */
    public static Answers of(Questionnaire questionnaire, ObjectNode answers) {
        return of(answers, json -> AnswersReader.readApplicable(questionnaire, json, pointer -> false), left -> {});
    }

    /**
     * The answers, without those that are faults to a reader.
     *
     * @param left takes what is left out
     */
    public static Answers of(ObjectNode answers, Function<ObjectNode, Answers> reader, Consumer<InvalidAnswers> left) {
        ObjectNode json = answers.deepCopy();
        while (true) {
            try {
                return reader.apply(json);
            } catch (InvalidAnswers e) {
                left.accept(e);
                e.faults().stream().map(AnswerFault::pointer).forEach(pointer -> remove(json, pointer));
            }
        }
    }

    private static void remove(ObjectNode json, String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        if (json.at(place.head()) instanceof ObjectNode parent) {
            parent.remove(place.last().getMatchingProperty());
        } else {
            remove(json, place.head().toString());
        }
    }
}
