package dev.stipple.api.surveyjs;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;

/** What questions are called in a form, also within an entry. Ids have no underscore, so no two names are the same. */
final class Names {
    private Names() {}

    static String of(Question question) {
        return question.group() + "_" + question.id();
    }

    /** The question whether a repeating group has any entries; the entries themselves bear the id of the group. */
    static String any(Group group) {
        return group.id() + "_any";
    }
}
