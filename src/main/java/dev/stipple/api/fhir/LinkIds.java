package dev.stipple.api.fhir;

import dev.stipple.interview.Page;
import dev.stipple.interview.Section;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;

/** What items are called. Ids of groups and questions have no hyphen, so no two link ids are the same. */
public final class LinkIds {
    private static final String SECTION = "section-";
    private static final String PAGE = "page-";

    private LinkIds() {}

    /** Whether an item is a section or a page, be it of this version of the interview or another. */
    static boolean isLayout(String linkId) {
        return linkId.startsWith(SECTION) || linkId.startsWith(PAGE);
    }

    public static String of(Question question) {
        return question.path();
    }

    /** The question whether a repeating group has any entries. */
    public static String any(Group group) {
        return group.id() + "-any";
    }

    /** The group of a section of the interview. */
    static String section(Section section) {
        return SECTION + section.id();
    }

    /** The group of a page of the interview. */
    static String page(Page page) {
        return PAGE + page.id();
    }

    /** One entry of a repeating group. */
    public static String entry(Group group) {
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
