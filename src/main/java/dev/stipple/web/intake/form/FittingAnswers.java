package dev.stipple.web.intake.form;

import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers that may have been given to an older questionnaire. */
public final class FittingAnswers {
    private FittingAnswers() {}

    /** The answers, without those that the questionnaire does not know (any more) and those that do not apply. */
    public static Answers of(Questionnaire questionnaire, ObjectNode answers) {
        ObjectNode json = answers.deepCopy();
        while (true) {
            try {
                return AnswersReader.readApplicable(questionnaire, json, pointer -> false);
            } catch (InvalidAnswers e) {
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
