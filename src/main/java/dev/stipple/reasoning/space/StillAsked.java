package dev.stipple.reasoning.space;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.reasoning.formula.Formula;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * What given answers demand where some of them may change: a question that then can no longer be asked loses its answer;
 * any other is still asked.
 */
public final class StillAsked {
    private final Space space;
    private final Answers answers;
    private final IdentityHashMap<Space.Given, Integer> asked = new IdentityHashMap<>();

    public StillAsked(Space space, Answers answers, List<Space.Given> all) {
        this.space = space;
        this.answers = answers;
        all.forEach(given -> asked.put(given, find(given)));
    }

    /** Holds where the question of this answer is asked, or cannot be any more. */
    public int asked(Space.Given given) {
        return Objects.requireNonNull(asked.get(given));
    }

    private int find(Space.Given given) {
        Question question = given.slot().question();
        if (question == null) {
            return Formula.TRUE;
        }
        Entry entry = answers.entries(given.slot().group()).get(given.slot().entry());
        int can = canBeAsked(question, space.fact(given.slot()), entry);
        return space.formula().or(Formula.not(can), given.asked());
    }

    private int canBeAsked(Question question, Fact fact, Entry entry) {
        List<Integer> parts = question.askedWhen().stream()
                .map(requirement -> canBeFulfilled(requirement, fact, entry))
                .toList();
        return space.formula().and(parts);
    }

    private int canBeFulfilled(Requirement requirement, Fact fact, Entry entry) {
        Question.Closed other = answers.questionnaire().required(requirement);
        Group group = answers.questionnaire().group(other.group()).orElseThrow();
        boolean own = group.id().equals(fact.group().id());
        Fact home = own ? fact : space.fact(group);
        Entry values = own ? entry : answers.entries(group).get(0);
        int can = canBeAsked(other, home, values);
        return values.value(other).isEmpty()
                ? can
                : space.formula().and(can, home.variable(other).accepts(requirement));
    }
}
