package dev.stipple.reasoning.diagram;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.ValueClass;
import dev.stipple.reasoning.space.Variable;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A diagram as plain numbers, for evaluators that know neither this package nor Java.
 *
 * @param terminals by number, the verdict that a function ends in; a node has the numbers after them
 * @param arities by level, how many values there are
 * @param levels by node, the level that it looks at
 * @param children one node after the other, for each value where it goes on
 * @param levelsOf by the path of a question whose group does not repeat, the first of its levels
 * @param groups by id, where a repeating group stands
 * @param starts by the path of a number, the first number of each of its values
 * @param asked by the path of a question, for each of what it is asked on the ways in which the other question's levels allow it: by
 *     level, the values
 */
public record DiagramTables(
        List<Verdict> terminals,
        List<Integer> arities,
        int root,
        List<Integer> levels,
        List<Integer> children,
        Map<String, Integer> levelsOf,
        Map<String, Repeating> groups,
        Map<String, List<Integer>> starts,
        Map<String, List<List<List<List<Integer>>>>> asked) {

    /**
     * A group that repeats.
     *
     * @param classes first of the levels that say, a class of entries each, whether there is one
     * @param patterns what tells entries apart
     * @param passes by class, whether its entries pass each pattern; empty where that cannot be told of an entry by itself
     * @param places where single entries stand
     */
    public record Repeating(int classes, List<Constraint> patterns, List<List<Boolean>> passes, List<Place> places) {}

    /**
     * A single entry.
     *
     * @param present the level that says whether it is there
     * @param levelsOf by the id of a question, the first of its levels
     */
    public record Place(int present, Map<String, Integer> levelsOf) {}

    static DiagramTables of(Diagram diagram) {
        VerdictDiagram verdicts = diagram.verdicts();
        int[] nodes = IntStream.range(Nodes.TERMINALS, verdicts.size()).toArray();
        return new DiagramTables(
                IntStream.range(0, Nodes.TERMINALS)
                        .mapToObj(DiagramTables::verdict)
                        .toList(),
                IntStream.of(diagram.layout().arities()).boxed().toList(),
                verdicts.root(),
                IntStream.of(nodes).map(verdicts::level).boxed().toList(),
                IntStream.of(nodes)
                        .flatMap(node ->
                                IntStream.range(0, verdicts.arity(node)).map(value -> verdicts.child(node, value)))
                        .boxed()
                        .toList(),
                levelsOf(diagram),
                groups(diagram),
                starts(diagram),
                asked(diagram));
    }

    private static Verdict verdict(int terminal) {
        return Stream.of(Verdict.values())
                .filter(verdict -> Compiler.terminal(verdict) == terminal)
                .findFirst()
                .orElse(Verdict.UNDECIDED);
    }

    private static Map<String, Integer> levelsOf(Diagram diagram) {
        var levels = new LinkedHashMap<String, Integer>();
        variables(diagram.space().facts())
                .forEach(variable -> levels.put(
                        variable.question().path(),
                        diagram.layout().of(variable).from()));
        return levels;
    }

    private static Stream<Variable> variables(List<Fact> facts) {
        return facts.stream().flatMap(fact -> fact.variables().stream());
    }

    private static Map<String, Repeating> groups(Diagram diagram) {
        var groups = new LinkedHashMap<String, Repeating>();
        diagram.space().entries().forEach(entries -> groups.put(entries.group().id(), repeating(diagram, entries)));
        return groups;
    }

    private static Repeating repeating(Diagram diagram, Entries entries) {
        int first = diagram.layout().of(entries).from();
        List<Constraint> patterns = diagram.patterns(entries.group());
        var places = new ArrayList<Place>();
        for (Entries.Place place : entries.places()) {
            var levels = new LinkedHashMap<String, Integer>();
            variables(List.of(place.fact()))
                    .forEach(variable -> levels.put(
                            variable.question().id(),
                            diagram.layout().of(variable).from()));
            places.add(new Place(first + entries.some().length + places.size(), levels));
        }
        return new Repeating(first, patterns, entries.passes(patterns).orElse(List.of()), places);
    }

    private static Map<String, List<Integer>> starts(Diagram diagram) {
        var starts = new LinkedHashMap<String, List<Integer>>();
        prototypes(diagram).forEach(variable -> {
            if (variable instanceof SingleChoice choice && choice.question() instanceof Question.Number number) {
                starts.put(
                        number.path(),
                        choice.cells().stream()
                                .map(ValueClass::value)
                                .map(value -> (Integer) value.json())
                                .toList());
            }
        });
        return starts;
    }

    private static Stream<Variable> prototypes(Diagram diagram) {
        return variables(diagram.space().questionnaire().groups().stream()
                .map(diagram.space()::fact)
                .toList());
    }

    private static Map<String, List<List<List<List<Integer>>>>> asked(Diagram diagram) {
        var asked = new LinkedHashMap<String, List<List<List<List<Integer>>>>>();
        prototypes(diagram)
                .map(Variable::question)
                .filter(question -> !question.askedWhen().isEmpty())
                .forEach(question -> asked.put(question.path(), ways(diagram, question)));
        return asked;
    }

    private static List<List<List<List<Integer>>>> ways(Diagram diagram, Question question) {
        return question.askedWhen().stream()
                .map(requirement -> {
                    Question.Closed other = diagram.space().questionnaire().required(requirement);
                    Group group =
                            diagram.space().questionnaire().group(other.group()).orElseThrow();
                    Block block = Block.of(diagram.space().fact(group).variable(other));
                    return block.fulfilling(requirement).stream()
                            .map(DiagramTables::values)
                            .toList();
                })
                .toList();
    }

    /** By level, the values whose bits are set. */
    private static List<List<Integer>> values(long... way) {
        return LongStream.of(way)
                .mapToObj(values ->
                        BitSet.valueOf(new long[] {values}).stream().boxed().toList())
                .toList();
    }
}
