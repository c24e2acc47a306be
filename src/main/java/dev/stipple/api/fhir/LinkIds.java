package dev.stipple.api.fhir;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;

/** What items are called. Ids of groups and questions have no hyphen, so no two link ids are the same. */
final class LinkIds {
    private LinkIds() {}

    static String of(Question question) {
        return question.path();
    }

    /** The question whether a repeating group has any entries. */
    static String any(Group group) {
        return group.id() + "-any";
    }

    /** One entry of a repeating group. */
    static String entry(Group group) {
        return group.id() + "-entry";
    }

    /** The help beside an item. */
    static String help(String linkId) {
        return linkId + "-help";
    }

    /** The group around a question that is asked on several conditions, counted from 1. */
    static String condition(Question question, int number) {
        return question.path() + "-when-" + number;
    }
}
