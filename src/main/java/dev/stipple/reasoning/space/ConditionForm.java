package dev.stipple.reasoning.space;

import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule says, wherever it stands in its file: the same text for the same condition, factor and effect. */
public final class ConditionForm {
    private ConditionForm() {}

    public static String of(Rule rule) {
        return rule.factor() + " " + rule.effect() + " " + of(rule.condition());
    }

    private static String of(Condition condition) {
        return condition.match(
                all -> "All" + parts(all),
                any -> "Any" + parts(any),
                matches -> "Matches" + of(matches.pattern()),
                exists -> "Exists" + of(exists.pattern()),
                notAny -> "NotAny" + of(notAny.pattern()),
                answered -> "Answered " + answered.group().id(),
                decided -> "Decided " + decided.verdicts().stream().sorted().toList());
    }

    private static List<String> parts(Condition condition) {
        return condition.parts().stream().map(ConditionForm::of).toList();
    }

    private static String of(Condition.Pattern pattern) {
        return "[" + pattern.group().id() + of(pattern.constraint()) + "]";
    }

    private static String of(Constraint constraint) {
        return constraint.match(
                all -> all.parts().stream().map(ConditionForm::of).collect(Collectors.joining(" & ", "(", ")")),
                any -> any.parts().stream().map(ConditionForm::of).collect(Collectors.joining(" | ", "(", ")")),
                comparison -> comparison.question().id() + " " + comparison.operator() + " " + comparison.literals());
    }
}
