package dev.stipple.reasoning.diagram;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rulebook compiled into one decision diagram over all complete answers. Safe to use from many threads. */
public final class Diagram {
    /** How many entries of a group may be there. */
    private static final int PLACES = 4;

    private static final int MOST_NODES = 2_000_000;

    private final Rules rules;
    private final Space space;
    private final Layout layout;
    private final VerdictDiagram verdicts;
    private final Ordinary ordinary;

    private Diagram(Rules rules, Space space, Layout layout, VerdictDiagram verdicts) {
        this.rules = rules;
        this.space = space;
        this.layout = layout;
        this.verdicts = verdicts;
        this.ordinary = Ordinary.of(verdicts, layout);
    }

    /** Compiles rules; none where that would take too much. */
    public static Optional<Diagram> of(Rules all) {
        return of(all, MOST_NODES);
    }

    /** The same with another bound on the nodes. */
    static Optional<Diagram> of(Rules all, int most) {
        Rules rules = all.withoutPlan();
        var space = new Space(rules.questionnaire(), rules.conditions(), PLACES);
        try {
            var compiler = new Compiler(space, new Outcome(space, rules), rules, most);
            return Optional.of(new Diagram(rules, space, compiler.layout(), compiler.diagram()));
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }

    /** How many nodes there are. */
    public int size() {
        return verdicts.size();
    }

    /** What answers leave open; none where only the solver can tell. */
    public Optional<Reading> of(Answers answers) {
        try {
            var evidence = new Evidence(space, layout, answers);
            List<long[]> ways = evidence.ways();
            return ways.isEmpty() ? Optional.empty() : Optional.of(new Reading(this, answers, evidence, ways));
        } catch (Beyond e) {
            return Optional.empty();
        }
    }

    /** The diagram and where answers stand in it, as plain numbers. */
    public DiagramTables tables() {
        return DiagramTables.of(this);
    }

    /** What tells entries of a group apart: what the rules ask of them, of constraints that say the same one. */
    List<Constraint> patterns(Group group) {
        var byLiteral = new LinkedHashMap<Integer, Constraint>();
        rules.conditions().stream()
                .flatMap(Condition::patterns)
                .filter(pattern -> pattern.group().equals(group))
                .map(Condition.Pattern::constraint)
                .forEach(constraint -> byLiteral.putIfAbsent(space.fact(group).holds(constraint), constraint));
        return byLiteral.entrySet().stream()
                .filter(each -> !Formula.isConstant(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    Space space() {
        return space;
    }

    Layout layout() {
        return layout;
    }

    VerdictDiagram verdicts() {
        return verdicts;
    }

    /** What people of mild verdicts answer. */
    Ordinary ordinary() {
        return ordinary;
    }

    /** Where what a slot says stands. */
    Layout.Stretch stretch(Slot slot) {
        return slot.question() == null
                ? layout.of(space.entries(slot.group()))
                : layout.of(space.fact(slot).variable(slot.question()));
    }
}
