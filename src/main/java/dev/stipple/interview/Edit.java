package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One change of answers that ticks ask for. */
public sealed interface Edit {
    /** Answers a question that is asked once. */
    record Put(Question.Closed question, Value value) implements Edit {}

    /** Says that these options apply, and leaves it open whether others do. */
    record PutSome(Question.Choices question, List<Option> some) implements Edit {}

    /** Makes a question unknown again. */
    record Clear(Question.Closed question) implements Edit {}

    /** Adds an entry with these values. */
    record Add(Group group, Map<String, Value> values) implements Edit {}

    /** Takes out the entry with this index before all changes. */
    record Remove(Group group, int entry) implements Edit {}

    /** Says that a group has the entries it has, perhaps none. */
    record Close(Group group) implements Edit {}

    /** Makes it unknown again whether a group has entries. */
    record Forget(Group group) implements Edit {}

    /** The answers with all of these changes; answers whose question is not asked any more are left out. */
    static Answers apply(Answers answers, List<Edit> edits) {
        Answers changed = without(answers, edits);
        for (Edit edit : edits) {
            changed = edit.on(changed);
        }
        return changed.applicable();
    }

    private static Answers without(Answers answers, List<Edit> edits) {
        Answers changed = answers;
        for (Group group : answers.questionnaire().groups()) {
            var gone = new TreeSet<Integer>(Collections.reverseOrder());
            edits.forEach(edit -> {
                if (edit instanceof Remove remove && remove.group().id().equals(group.id())) {
                    gone.add(remove.entry());
                }
            });
            if (!gone.isEmpty()) {
                var entries = new ArrayList<>(changed.entries(group));
                gone.forEach(entry -> entries.remove(entry.intValue()));
                changed = changed.with(group, entries);
            }
        }
        return changed;
    }

    private Answers on(Answers answers) {
        if (this instanceof Put put) {
            return answers.with(slot(answers, put.question()), put.value());
        }
        if (this instanceof PutSome put) {
            return answers.unsure(slot(answers, put.question()), put.some());
        }
        if (this instanceof Clear clear) {
            return answers.with(slot(answers, clear.question()), null);
        }
        if (this instanceof Add add) {
            var entries = new ArrayList<>(answers.entries(add.group()));
            entries.add(new Entry(add.values()));
            return answers.with(add.group(), entries);
        }
        if (this instanceof Close close) {
            return answers.with(close.group(), answers.entries(close.group()));
        }
        return this instanceof Forget forget ? answers.without(forget.group()) : answers;
    }

    private static Slot slot(Answers answers, Question.Closed question) {
        return new Slot(answers.questionnaire().group(question.group()).orElseThrow(), 0, question);
    }
}
