package dev.stipple.answers;

import dev.stipple.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is wrong with answers, as far as they have been read: the first {@link #MOST_TOLD} faults, and how many more. */
public final class AnswerFaults {
    /** How many faults are told of one body. */
    public static final int MOST_TOLD = 100;

    private final List<AnswerFault> told = new ArrayList<>();
    private int more;

    /** Something wrong with a value that was sent, which needs no other fault then. */
    public void add(SentJson sent, String problem, String expected) {
        sent.take();
        add(told.size() < MOST_TOLD ? sent.pointer().toString() : "", problem, expected);
    }

    public void add(String pointer, String problem, String expected) {
        add(pointer, problem, expected, null);
    }

    public void add(String pointer, String problem, String expected, @Nullable String nearest) {
        if (told.size() < MOST_TOLD) {
            told.add(new AnswerFault(pointer, problem, expected, nearest));
        } else {
            more++;
        }
    }

    /** There is no such group, question or option; the nearest name is suggested. */
    void addUnknown(SentJson sent, String what, String name, Collection<String> names) {
        addUnknown(sent, "there is no such " + what, "one of " + String.join(", ", names), name, names);
    }

    /** Nothing has the name that was sent here; the nearest one is suggested. */
    public void addUnknown(SentJson sent, String problem, String expected, String name, Collection<String> names) {
        sent.take();
        addUnknown(sent.pointer().toString(), problem, expected, name, names);
    }

    /** Nothing has this name; the nearest one is suggested, as long as the fault is told. */
    public void addUnknown(String pointer, String problem, String expected, String name, Collection<String> names) {
        String nearest = told.size() < MOST_TOLD ? Nearest.to(name, names).orElse(null) : null;
        add(pointer, problem, expected, nearest);
    }

    /** Adds the faults of a part. */
    public void addAll(InvalidAnswers part, UnaryOperator<AnswerFault> moved) {
        for (AnswerFault fault : part.faults()) {
            AnswerFault here = moved.apply(fault);
            add(here.pointer(), here.problem(), here.expected(), here.nearest());
        }
        more += part.more();
    }

    /**
     * Ends the reading of a document.
     *
     * @throws InvalidAnswers with all faults, and with those of what no reader used
     */
    public void end(SentJson document) {
        document.addUnused(this);
        throwIfAny();
    }

    public boolean isEmpty() {
        return told.isEmpty();
    }

    /** All of them as one problem. */
    public InvalidAnswers problem() {
        return new InvalidAnswers(told, more);
    }

    public void throwIfAny() {
        if (!isEmpty()) {
            throw problem();
        }
    }
}
