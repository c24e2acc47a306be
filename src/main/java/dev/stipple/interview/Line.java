package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.wording.Wording;
import java.util.List;

/** A line of a list, which can be ticked. */
public record Line(String id, Wording text, Target target) {
    /** What a tick stands for. */
    public sealed interface Target {
        /** What the answers say of it. */
        Mark in(Answers answers);
    }

    /** An answer to a question that is asked once. */
    public record Answer(Setting setting) implements Target {
        @Override
        public Mark in(Answers answers) {
            return setting.in(answers);
        }
    }

    /**
     * An entry of a group.
     *
     * @param kind the answers that tell it from entries of other lines; none where every entry of the group is meant
     */
    public record Entry(Group group, List<Setting> kind) implements Target {
        @Override
        public Mark in(Answers answers) {
            if (!answers.answered(group)) {
                return Mark.OPEN;
            }
            var marks = answers.entries(group).stream().map(this::of).toList();
            return marks.contains(Mark.YES) ? Mark.YES : marks.contains(Mark.OPEN) ? Mark.OPEN : Mark.NO;
        }

        /** Whether an entry is certainly of this line. */
        public boolean isOf(dev.stipple.answers.Entry entry) {
            return of(entry) == Mark.YES;
        }

        /** Whether an entry is of this line. */
        Mark of(dev.stipple.answers.Entry entry) {
            var marks = kind.stream().map(setting -> setting.in(entry)).toList();
            return marks.contains(Mark.NO) ? Mark.NO : marks.contains(Mark.OPEN) ? Mark.OPEN : Mark.YES;
        }
    }
}
