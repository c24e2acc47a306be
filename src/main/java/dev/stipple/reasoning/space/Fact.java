package dev.stipple.reasoning.space;

import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One fact of a group as variables: the only one there is, or one entry. */
public final class Fact {
    private final Formula formula;
    private final Group group;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Fact> others;
    private final Map<String, Integer> asked = new HashMap<>();

    /**
     * A fact.
     *
     * @param others by group, those that other groups' questions are asked of
     */
    Fact(Formula formula, Group group, List<Variable> variables, Map<String, Fact> others) {
        this.formula = formula;
        this.group = group;
        variables.forEach(variable -> this.variables.put(variable.question().id(), variable));
        this.others = others;
    }

    public Group group() {
        return group;
    }

    public List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    public Variable variable(Question question) {
        return Objects.requireNonNull(variables.get(question.id()));
    }

    /** Holds where the question is asked of this fact. */
    public int asked(Question question) {
        Integer known = asked.get(question.id());
        if (known == null) {
            known = formula.and(variable(question).question().askedWhen().stream()
                    .map(this::fulfils)
                    .toList());
            asked.put(question.id(), known);
        }
        return known;
    }

    private int fulfils(Requirement requirement) {
        int dot = requirement.question().indexOf('.');
        String home = requirement.question().substring(0, dot);
        String id = requirement.question().substring(dot + 1);
        Fact fact = home.equals(group.id()) ? this : Objects.requireNonNull(others.get(home));
        Variable other = Objects.requireNonNull(fact.variables.get(id));
        return formula.and(fact.asked(other.question()), other.accepts(requirement));
    }

    /** Holds where the fact passes the constraint. */
    public int holds(Constraint constraint) {
        return holds(constraint, null);
    }

    /**
     * Holds where the fact passes the constraint.
     *
     * @param always a question that is taken to be asked; null for none
     */
    public int holds(Constraint constraint, @Nullable Question always) {
        return constraint.match(
                all -> formula.and(
                        all.parts().stream().map(part -> holds(part, always)).toList()),
                any -> formula.or(
                        any.parts().stream().map(part -> holds(part, always)).toList()),
                comparison -> compared(comparison, always));
    }

    private int compared(Comparison comparison, @Nullable Question always) {
        Variable variable = variable(comparison.question());
        int asked = always != null && always.id().equals(variable.question().id())
                ? Formula.TRUE
                : asked(variable.question());
        int known = formula.and(asked, variable.accepts(comparison));
        return comparison.accepts(null) ? formula.or(known, Formula.not(asked)) : known;
    }

    /** The values of the questions that are asked; the preferred ones where nothing tells them from those. */
    Entry read(Assignment assignment, Entry preferred) {
        var values = new HashMap<String, Value>();
        variables.forEach((id, variable) -> {
            if (assignment.holds(asked(variable.question()))) {
                values.put(
                        id,
                        variable.read(
                                assignment, preferred.value(variable.question()).orElse(null)));
            }
        });
        return new Entry(values);
    }

    /** Another fact of the same group with variables of its own. */
    Fact copy() {
        return new Fact(
                formula, group, variables.values().stream().map(Variable::copy).toList(), others);
    }
}
