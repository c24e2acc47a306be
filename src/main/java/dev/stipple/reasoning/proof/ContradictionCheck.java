package dev.stipple.reasoning.proof;

import dev.stipple.questionnaire.Question;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where two rules speak of the same answer: some pattern of each tests a common question, of the same entry where the
 * group repeats; or both ask only whether a group has entries at all. A negated pattern speaks of every entry.
 */
final class ContradictionCheck {
    private record Side(Pattern pattern, boolean negated) {}

    private ContradictionCheck() {}

    /** Holds where the two rules, if both fire, do so on the same answer. */
    static int of(Space space, Rule one, Rule other) {
        return space.formula()
                .or(sides(one).stream()
                        .flatMap(mine -> sides(other).stream()
                                .filter(theirs -> hasCommonQuestion(mine, theirs))
                                .map(theirs -> together(space, mine, theirs)))
                        .toList());
    }

    private static List<Side> sides(Rule rule) {
        return rule.condition()
                .nodes()
                .flatMap(node -> node.patterns()
                        .filter(pattern -> node.parts().isEmpty())
                        .map(pattern -> new Side(pattern, node instanceof Condition.NotAny)))
                .toList();
    }

    private static boolean hasCommonQuestion(Side one, Side other) {
        Set<String> questions = questions(one);
        Set<String> others = questions(other);
        boolean wholeGroup = questions.isEmpty()
                && others.isEmpty()
                && one.pattern().group().id().equals(other.pattern().group().id());
        return wholeGroup || others.stream().anyMatch(questions::contains);
    }

    private static Set<String> questions(Side side) {
        return side.pattern()
                .constraint()
                .comparisons()
                .map(Comparison::question)
                .map(Question::path)
                .collect(Collectors.toSet());
    }

    private static int together(Space space, Side one, Side other) {
        boolean entry = one.pattern().group().repeats() && !one.negated() && !other.negated();
        return entry
                ? space.exists(
                        one.pattern().group(),
                        one.pattern().constraint(),
                        other.pattern().constraint())
                : Formula.TRUE;
    }
}
