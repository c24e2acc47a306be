package dev.stipple.web.intake.form;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * A place in a form. Unlike a slot it stays the same when other entries of its group are removed.
 *
 * @param entry key of the entry from 1; 0 where the group does not repeat, or the whole group is meant
 * @param question null for a whole repeating group
 */
public record FormPlace(Group group, int entry, @Nullable Question question) {
    public static FormPlace of(Group group) {
        return new FormPlace(group, 0, null);
    }

    /** As in {@code x}, {@code x.y} or {@code x.y/2}. */
    public String name() {
        if (question == null) {
            return group.id();
        }
        return question.path() + (entry == 0 ? "" : "/" + entry);
    }
}
