package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.rule.Constraint.Comparison;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A question of one fact as variables of the formula. It has a value even where the question is not asked. */
public interface Variable {
    Question.Closed question();

    /** The variables of the formula that hold the value. */
    int[] variables();

    /** Holds where a known value passes the comparison. */
    int accepts(Comparison comparison);

    /** Holds where a known value fulfils the requirement. */
    int accepts(Requirement requirement);

    /** Literals that all hold exactly where the value is this one, or one that nothing tells from it. */
    int[] is(Value value);

    /** Literals of single values to try: every value of a choice, each option alone of a multiple choice. */
    List<int[]> choices();

    /** Literals of which as many hold as the value is steps away from this one: on a scale, or options more and less. */
    List<Integer> steps(Value value);

    /** The value in an assignment; the preferred one where nothing tells it from that. */
    Value read(Assignment assignment, @Nullable Value preferred);

    /** Gives the variables a random admissible value. */
    void sample(RandomGenerator random, Assignment assignment);

    /** Gives the variables the first value. */
    void reset(Assignment assignment);

    /** The same question with variables of its own. */
    Variable copy();
}
