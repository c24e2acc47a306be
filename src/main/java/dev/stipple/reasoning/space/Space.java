package dev.stipple.reasoning.space;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All complete answers to a questionnaire as variables of one formula, as finely as some rules tell them apart. Whether a
 * question is asked is part of what is said about its variable, so that the variables stay independent of each other.
 */
public final class Space {
    private final Formula formula = new Formula();
    private final Questionnaire questionnaire;
    private final Descendants descendants;
    private final int places;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Entries> entries = new LinkedHashMap<>();

    /**
     * The space of a questionnaire.
     *
     * @param conditions that have to be told apart
     * @param places how many entries of each repeating group can be given
     */
    public Space(Questionnaire questionnaire, Collection<Condition> conditions, int places) {
        this.questionnaire = questionnaire;
        this.descendants = new Descendants(questionnaire);
        this.places = places;
        var patterns = conditions.stream()
                .flatMap(Condition::patterns)
                .collect(Collectors.groupingBy(pattern -> pattern.group().id()));
        var comparisons = patterns.values().stream()
                .flatMap(List::stream)
                .flatMap(pattern -> pattern.constraint().comparisons())
                .collect(Collectors.groupingBy(
                        comparison -> comparison.question().path()));
        var requirements = questionnaire.questions().stream()
                .flatMap(question -> question.askedWhen().stream())
                .collect(Collectors.groupingBy(Requirement::question));
        for (Group group : questionnaire.groups()) {
            var fact = new Fact(formula, group, variables(group, comparisons, requirements), facts);
            facts.put(group.id(), fact);
        }
        for (Group group : questionnaire.groups()) {
            if (group.repeats()) {
                var constraints = patterns.getOrDefault(group.id(), List.of()).stream()
                        .map(Condition.Pattern::constraint)
                        .toList();
                entries.put(group.id(), new Entries(formula, fact(group), constraints, places));
            }
        }
    }

    private List<Variable> variables(
            Group group, Map<String, List<Comparison>> comparisons, Map<String, List<Requirement>> requirements) {
        return group.closed().stream()
                .map(question -> question.<Variable>match(
                        number -> new SingleChoice(
                                formula,
                                number,
                                ValueClass.of(
                                        number,
                                        comparisons.getOrDefault(number.path(), List.of()),
                                        requirements.getOrDefault(number.path(), List.of()))),
                        yesNo -> new SingleChoice(formula, yesNo, ValueClass.of(yesNo)),
                        choice -> new SingleChoice(formula, choice, ValueClass.of(choice)),
                        choices -> new MultiChoice(formula, choices)))
                .toList();
    }

    public Formula formula() {
        return formula;
    }

    public Descendants descendants() {
        return descendants;
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** The fact of a group that does not repeat; of one that does, the prototype of its entries. */
    public Fact fact(Group group) {
        return Objects.requireNonNull(facts.get(group.id()));
    }

    public Entries entries(Group group) {
        return Objects.requireNonNull(entries.get(group.id()));
    }

    public Collection<Entries> entries() {
        return entries.values();
    }

    /** The facts of all groups that do not repeat. */
    public List<Fact> facts() {
        return facts.values().stream().filter(fact -> !fact.group().repeats()).toList();
    }

    /** Whether there are places for all entries of these answers. */
    public boolean fits(Answers answers) {
        return mostEntries(answers) <= places;
    }

    /** The size of the largest repeating group. */
    public static int mostEntries(Answers answers) {
        return answers.questionnaire().groups().stream()
                .filter(Group::repeats)
                .mapToInt(group -> answers.entries(group).size())
                .max()
                .orElse(0);
    }

    /** Holds where some fact of the group passes all the constraints. */
    public int exists(Group group, Constraint... constraints) {
        return group.repeats()
                ? entries(group).exists(constraints)
                : formula.and(
                        Stream.of(constraints).mapToInt(fact(group)::holds).toArray());
    }

    /** The fact that a slot with a question belongs to. */
    public Fact fact(Slot slot) {
        return slot.group().repeats()
                ? entries(slot.group()).places().get(slot.entry()).fact()
                : fact(slot.group());
    }

    /** The variables of what a slot asks for. */
    public int[] variables(Slot slot) {
        return slot.question() == null
                ? entries(slot.group()).some()
                : fact(slot).variable(slot.question()).variables();
    }

    /**
     * What an answer says.
     *
     * @param value literals of the value, or of which entries there are
     * @param asked holds where the question is asked, and the entry there
     */
    public record Given(Slot slot, List<Integer> value, int asked) {}

    /** What each answer says, in the order of the questionnaire. */
    public List<Given> given(Answers answers) {
        var given = new ArrayList<Given>();
        for (Slot slot : answers.slots()) {
            Question question = slot.question();
            if (question == null) {
                if (answers.answered(slot.group())) {
                    given.add(group(slot, answers.entries(slot.group()).size()));
                }
                continue;
            }
            if (answers.isTold(slot)) {
                given.add(given(slot, question, said(slot, question, answers)));
            }
        }
        return given;
    }

    private Given group(Slot slot, int size) {
        Entries group = entries(slot.group());
        List<Integer> value = Stream.concat(
                        Stream.of(group.closed()),
                        group.places().stream().limit(size).map(Entries.Place::present))
                .toList();
        return new Given(slot, value, Formula.TRUE);
    }

    private IntStream said(Slot slot, Question question, Answers answers) {
        Variable variable = fact(slot).variable(question);
        return answers.value(slot)
                .map(value -> IntStream.of(variable.is(value)))
                .orElseGet(() -> ((MultiChoice) variable).among(answers.chosen(slot)));
    }

    private Given given(Slot slot, Question question, IntStream value) {
        Fact fact = fact(slot);
        int asked = slot.group().repeats()
                ? entries(slot.group()).places().get(slot.entry()).asked(question, formula)
                : fact.asked(question);
        return new Given(slot, value.boxed().toList(), asked);
    }

    /** Says that places which these answers do not need are empty. */
    public List<Integer> unused(Answers answers) {
        return entries.values().stream()
                .flatMap(group -> group.places().stream()
                        .skip(answers.entries(group.group()).size()))
                .map(place -> Formula.not(place.present()))
                .toList();
    }

    /** The model that a solver found; a variable it does not know has its first value. */
    public Assignment assignment(Solver solver) {
        var assignment = new Assignment(formula);
        everyVariable().forEach(variable -> {
            int[] all = variable.variables();
            if (all.length > 0 && !solver.knows(Formula.node(all[0]))) {
                variable.reset(assignment);
            } else {
                IntStream.of(all).forEach(each -> read(solver, each, assignment));
            }
        });
        entries.values().forEach(group -> {
            IntStream.of(group.some()).forEach(each -> read(solver, each, assignment));
            group.places().forEach(place -> read(solver, place.present(), assignment));
        });
        return assignment;
    }

    /** The assignment that complete answers come to; what is not asked has its first value. */
    public Assignment assignment(Answers answers) {
        var assignment = new Assignment(formula);
        everyVariable().forEach(variable -> variable.reset(assignment));
        Stream.concat(given(answers).stream().flatMap(each -> each.value().stream()), unused(answers).stream())
                .filter(literal -> formula.isVariable(Formula.node(literal)))
                .forEach(literal -> assignment.set(Formula.node(literal), !Formula.isNegated(literal)));
        return assignment;
    }

    private static void read(Solver solver, int variable, Assignment assignment) {
        int node = Formula.node(variable);
        assignment.set(node, solver.knows(node) && solver.isTrue(node));
    }

    /** The variables of all facts, single entries included. */
    public List<Variable> everyVariable() {
        return Stream.concat(
                        facts().stream(),
                        entries.values().stream()
                                .flatMap(group -> group.places().stream().map(Entries.Place::fact)))
                .flatMap(fact -> fact.variables().stream())
                .toList();
    }

    /** The complete answers of an assignment; the preferred ones where nothing tells them apart. */
    public Answers answers(Assignment assignment, Answers preferred) {
        Answers answers = Answers.none(questionnaire);
        for (Fact fact : facts()) {
            Entry entry = preferred.entries(fact.group()).get(0);
            answers = answers.with(fact.group(), List.of(fact.read(assignment, entry)));
        }
        for (Entries group : entries.values()) {
            answers = answers.with(group.group(), group.read(assignment, preferred.entries(group.group())));
        }
        return answers;
    }
}
