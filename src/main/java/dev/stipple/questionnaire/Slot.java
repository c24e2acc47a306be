package dev.stipple.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * A place in the answers that can be filled and decided upon: a question, or a whole repeating group.
 *
 * @param entry index of the entry from 0; always 0 where the group does not repeat
 * @param question null for the whole repeating group
 */
public record Slot(Group group, int entry, Question.@Nullable Closed question) {
    public static Slot of(Group group) {
        return new Slot(group, 0, null);
    }

    /** Where the slot stands in the JSON of the answers, as in {@code /group/0/id} (RFC 6901). */
    public String pointer() {
        if (question == null) {
            return "/" + group.id();
        }
        return "/" + group.id() + (group.repeats() ? "/" + entry : "") + "/" + question.id();
    }

    public boolean isSafetyCritical() {
        return question == null
                ? group.questions().stream().anyMatch(Question::safetyCritical)
                : question.safetyCritical();
    }
}
