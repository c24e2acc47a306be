package dev.stipple.screening.agenda;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to come for a person whose answers are kept.
 *
 * @param kind that of a step of the summary, or {@link #QUESTION}
 * @param name what it is called, in a word and the person's language; null for a question
 * @param text what it is about, in the person's language; a consultant's own words for a question
 * @param waiting whether time alone does it
 * @param day when it is over, or by when it should be done
 * @param rules ids of the rules that call for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Due(
        String kind,
        @Nullable String name,
        String text,
        boolean waiting,
        LocalDate day,
        List<String> rules,
        boolean done) {
    /** Something that a consultant asked of the person. */
    public static final String QUESTION = "QUESTION";

    /** How far it is. */
    public enum State {
        OPEN,
        OVERDUE,
        DONE
    }

    public State state(LocalDate today) {
        return done ? State.DONE : day.isAfter(today) ? State.OPEN : State.OVERDUE;
    }

    public boolean isQuestion() {
        return kind.equals(QUESTION);
    }

    boolean isSameAs(Due other) {
        return kind.equals(other.kind) && text.equals(other.text);
    }

    Due withDone(boolean other) {
        return new Due(kind, name, text, waiting, day, rules, other);
    }

    Due withDay(LocalDate other) {
        return new Due(kind, name, text, waiting, other, rules, done);
    }

    /** Nothing of the person, so that none of it ends in a log. */
    @Override
    public String toString() {
        return "something to come on " + day;
    }
}
