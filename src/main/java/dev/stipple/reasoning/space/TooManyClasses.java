package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Group;

/** Rules tell so many kinds of entries of a repeating group apart that no question about all answers can be decided. */
public final class TooManyClasses extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Group group;

    TooManyClasses(Group group) {
        super("the rules tell too many kinds of entries of '" + group.id() + "' apart");
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
