package dev.stipple.reasoning.space;

import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
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
        if (condition instanceof Condition.Answered answered) {
            return "Answered " + answered.group().id();
        }
        if (condition instanceof Condition.Decided decided) {
            return "Decided " + decided.verdicts().stream().sorted().toList();
        }
        List<String> parts = condition.parts().isEmpty()
                ? condition
                        .patterns()
                        .map(pattern -> pattern.group().id() + of(pattern.constraint()))
                        .toList()
                : condition.parts().stream().map(ConditionForm::of).toList();
        return condition.getClass().getSimpleName() + parts;
    }

    private static String of(Constraint constraint) {
        if (constraint instanceof Constraint.AllOf all) {
            return all.parts().stream().map(ConditionForm::of).collect(Collectors.joining(" & ", "(", ")"));
        }
        if (constraint instanceof Constraint.AnyOf any) {
            return any.parts().stream().map(ConditionForm::of).collect(Collectors.joining(" | ", "(", ")"));
        }
        var comparison = (Comparison) constraint;
        return comparison.question().id() + " " + comparison.operator() + " " + comparison.literals();
    }
}
