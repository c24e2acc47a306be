package dev.stipple.reasoning;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which answers no rule can ever tell from any other answer to the same question, the plan included. Where one option of a
 * choice is told from another, so is every other from one of the two; so this speaks of whole questions, and of single
 * options only where many can be chosen.
 */
final class Matter {
    /** A question, or an option of it by path and code, that can never matter. */
    record Idle(Question question, String subject) {}

    private final Space space;
    private final Formula formula;
    private final List<Integer> fires;
    private final Solver solver;

    Matter(Space space, Outcome outcome, Rules rules, Limit limit) {
        this.space = space;
        this.formula = space.formula();
        this.solver = new Solver(formula);
        this.solver.within(limit);
        this.fires = Stream.concat(rules.deciding().stream(), rules.plan().stream())
                .map(outcome::fires)
                .toList();
    }

    List<Idle> idle() {
        return space.questionnaire().groups().stream()
                .flatMap(group -> group.questions().stream().flatMap(question -> idle(group, question)))
                .toList();
    }

    private Stream<Idle> idle(Group group, Question question) {
        Fact fact = group.repeats() ? space.entries(group).places().get(0).fact() : space.fact(group);
        Variable variable = fact.variable(question);
        Variable other = variable.copy();
        var replacement = new Formula.Replacement();
        IntStream.range(0, variable.variables().length)
                .forEach(i -> replacement.put(variable.variables()[i], other.variables()[i]));
        List<Integer> differences = fires.stream()
                .map(each -> formula.differ(each, formula.replaced(each, replacement)))
                .filter(each -> each != Formula.FALSE)
                .toList();
        if (differences.stream().noneMatch(each -> solver.solve(each))) {
            return Stream.of(new Idle(question, question.path()));
        }
        return variable instanceof OneOf
                ? Stream.empty()
                : question.options().stream()
                        .filter(option ->
                                differences.stream().noneMatch(each -> canMatter(option, variable, other, each)))
                        .map(option -> new Idle(question, question.path() + " " + option.code()));
    }

    /**
     * Whether choosing this option or not can make a difference, the other options staying as they are, or choosing it
     * alone rather than something else.
     */
    private boolean canMatter(Option option, Variable variable, Variable other, int differs) {
        int chosen = option.position();
        int none = variable.question().hasNone() ? variable.variables().length - 1 : -1;
        var toggled = new ArrayList<>(List.of(differs, variable.variables()[chosen]));
        toggled.add(Formula.not(other.variables()[chosen]));
        var alone = new ArrayList<>(toggled);
        IntStream.range(0, variable.variables().length).filter(i -> i != chosen).forEach(i -> {
            alone.add(Formula.not(variable.variables()[i]));
            toggled.add(
                    i == none
                            ? Formula.TRUE
                            : Formula.not(formula.differ(variable.variables()[i], other.variables()[i])));
        });
        return solver.solve(toggled) || solver.solve(alone);
    }
}
