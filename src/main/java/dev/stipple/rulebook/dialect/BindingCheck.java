package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes sure that each name that a rule binds is one that means nothing else, and stands for one fact. */
final class BindingCheck {
    private static final String NAME = "\\$[a-z]\\w*";

    private final Faults faults;

    private BindingCheck(Faults faults) {
        this.faults = faults;
    }

    static void check(Condition condition, Faults faults) {
        new BindingCheck(faults).bound(condition, Set.of());
        condition
                .nodes()
                .filter(node -> node instanceof Condition.NotAny || node instanceof Condition.Exists)
                .flatMap(Condition::patterns)
                .filter(pattern -> pattern.binding() != null)
                .forEach(pattern -> faults.add(
                        pattern.span().place(),
                        "binding",
                        "nothing outside 'not' and 'exists' sees what is bound in them",
                        "take " + pattern.binding() + " out"));
    }

    /** The patterns bound to a name by whatever way the condition holds; none where some way leaves it unbound. */
    static List<Condition.Pattern> bound(Condition condition, String name) {
        if (condition instanceof Condition.Matches matches) {
            return name.equals(matches.pattern().binding()) ? List.of(matches.pattern()) : List.of();
        }
        var parts = condition.parts().stream().map(part -> bound(part, name)).toList();
        return condition instanceof Condition.Any && parts.stream().anyMatch(List::isEmpty)
                ? List.of()
                : parts.stream().flatMap(List::stream).toList();
    }

    /** The names bound so far, once this condition holds too. */
    private Set<String> bound(Condition condition, Set<String> before) {
        var names = new HashSet<>(before);
        if (condition instanceof Condition.Matches matches) {
            add(matches.pattern(), names);
        } else if (condition instanceof Condition.Any) {
            condition.parts().forEach(part -> names.addAll(bound(part, before)));
        } else {
            condition.parts().forEach(part -> names.addAll(bound(part, Set.copyOf(names))));
        }
        return names;
    }

    private void add(Condition.Pattern pattern, Set<String> names) {
        String name = pattern.binding();
        if (name == null) {
            return;
        }
        if (!name.matches(NAME)) {
            faults.add(
                    pattern.span().place(),
                    "binding",
                    "'" + name + "' is not a name to bind",
                    "write one that begins with $, such as $t");
        }
        if (!names.add(name)) {
            faults.add(
                    pattern.span().place(), "binding", name + " is bound already", "take another name for one of them");
        }
    }
}
