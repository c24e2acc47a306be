package dev.stipple.reasoning.diagram;

import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.Variable;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Builds the diagram of a rulebook. A verdict is a minimum: within a factor of the effects of the rules that fire, where none
 * does of "undecided", and then over the factors, as the terminals stand in that order.
 */
final class Compiler {
    static final int NOT_SUITABLE = 0;
    static final int CLEARANCE = 1;
    static final int DEFER = 2;
    private static final int SILENT = 3;

    /** How strict each terminal is: objections, a factor that is silent, conditions, and support. */
    private static final Map<Effect, Integer> TERMINALS = Map.of(
            Effect.NOT_SUITABLE,
            NOT_SUITABLE,
            Effect.MEDICAL_CLEARANCE,
            CLEARANCE,
            Effect.DEFER,
            DEFER,
            Effect.CONDITIONS,
            4,
            Effect.SUPPORTS,
            5);

    /** How many pairs of functions may be combined for each node that there may be. */
    private static final long COMBINED = 16;

    private final Formula formula;
    private final Outcome outcome;
    private final Rules rules;
    private final Layout layout;
    private final Map<Integer, Integer> blockOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> supports = new HashMap<>();
    private final Map<Integer, Integer> functions = new HashMap<>();
    private final Nodes nodes;

    /**
     * Puts questions in order.
     *
     * @param most how many nodes there may be on the way
     */
    Compiler(Space space, Outcome outcome, Rules rules, int most) {
        this.formula = space.formula();
        this.outcome = outcome;
        this.rules = rules;
        List<Block> unordered = blocks(space);
        for (int i = 0; i < unordered.size(); i++) {
            for (int variable : unordered.get(i).variables()) {
                blockOf.put(Formula.node(variable), i);
            }
        }
        Set<Set<Integer>> together = new HashSet<>();
        rules.deciding().forEach(rule -> together.add(support(Formula.node(outcome.fires(rule)))));
        List<Block> blocks = Order.of(unordered.size(), together).stream()
                .map(unordered::get)
                .toList();
        this.layout = new Layout(blocks);
        this.nodes = new Nodes(layout.arities(), most, COMBINED * most);
        int first = 0;
        for (Block block : blocks) {
            int[] variables = block.variables();
            int[] literals = block.literals(nodes, first);
            for (int i = 0; i < variables.length; i++) {
                functions.put(Formula.node(variables[i]), literals[i]);
            }
            first += block.arities().length;
        }
    }

    Layout layout() {
        return layout;
    }

    VerdictDiagram diagram() {
        return VerdictDiagram.of(nodes, verdict());
    }

    /** The terminal that a verdict is. */
    static int terminal(Verdict verdict) {
        return Stream.of(Effect.values())
                .filter(effect -> effect.verdict() == verdict)
                .findFirst()
                .map(TERMINALS::get)
                .orElse(SILENT);
    }

    private static List<Block> blocks(Space space) {
        var blocks = new ArrayList<Block>();
        for (Fact fact : space.facts()) {
            fact.variables().forEach(variable -> blocks.add(Block.of(variable)));
        }
        for (Entries entries : space.entries()) {
            List<Variable> places = entries.places().stream()
                    .flatMap(place -> place.fact().variables().stream())
                    .toList();
            blocks.add(new Block.Group(entries, places.stream().map(Block::of).toList()));
        }
        return blocks;
    }

    private Set<Integer> support(int node) {
        Set<Integer> known = supports.get(node);
        if (known == null) {
            known = new HashSet<>();
            if (formula.isVariable(node)) {
                known.add(Objects.requireNonNull(blockOf.get(node)));
            }
            for (int part : formula.parts(node)) {
                known.addAll(support(Formula.node(part)));
            }
            supports.put(node, known);
        }
        return known;
    }

    private int verdict() {
        Map<String, List<Rule>> byFactor = new HashMap<>();
        rules.factors().forEach(factor -> byFactor.put(factor, new ArrayList<>()));
        rules.deciding()
                .forEach(rule ->
                        Objects.requireNonNull(byFactor.get(rule.factor())).add(rule));
        int[] silent = IntStream.range(0, Nodes.TERMINALS).toArray();
        silent[Nodes.NO] = SILENT;
        List<Integer> factors = byFactor.values().stream()
                .map(each -> each.stream().map(this::effect).reduce(Nodes.NO, nodes::minimum))
                .map(strictest -> nodes.map(strictest, silent))
                .sorted((one, other) -> Integer.compare(nodes.level(other), nodes.level(one)))
                .toList();
        return factors.stream().reduce(nodes::minimum).orElse(SILENT);
    }

    private int effect(Rule rule) {
        int[] terminals = IntStream.range(0, Nodes.TERMINALS).toArray();
        terminals[Nodes.YES] = Objects.requireNonNull(TERMINALS.get(Objects.requireNonNull(rule.effect())));
        return nodes.map(function(outcome.fires(rule)), terminals);
    }

    private int function(int literal) {
        int node = Formula.node(literal);
        Integer known = functions.get(node);
        if (known == null) {
            known = Arrays.stream(formula.parts(node)).map(this::function).reduce(Nodes.YES, nodes::and);
            functions.put(node, known);
        }
        return Formula.isNegated(literal) ? nodes.not(known) : known;
    }
}
