package dev.stipple.questionnaire;

/**
 * A place in the answers for free words, which nothing is decided upon.
 *
 * @param entry index of the entry from 0; always 0 where the group does not repeat
 */
public record TextSlot(Group group, int entry, Question.Text question) {
    /** Where the words stand in the JSON of the answers, as in {@code /group/0/id} (RFC 6901). */
    public String pointer() {
        return "/" + group.id() + (group.repeats() ? "/" + entry : "") + "/" + question.id();
    }
}
