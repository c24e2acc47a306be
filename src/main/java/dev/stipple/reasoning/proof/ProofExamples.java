package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.outlook.Reasons;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.OrdinaryPeople;
import dev.stipple.reasoning.space.Space;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds ordinary people on whom something holds, and the answers of theirs that show it. */
public final class ProofExamples {
    /**
     * Somebody on whom something holds.
     *
     * @param few as few answers as can be that make it hold, whatever else is answered
     * @param person all answers
     * @param found the same as values of the variables
     */
    record Example(Answers few, Answers person, OrdinaryPeople.Person found) {}

    private final Space space;
    private final Solver solver;
    private final OrdinaryPeople people;

    ProofExamples(Space space, Solver solver, OrdinaryPeople people) {
        this.space = space;
        this.solver = solver;
        this.people = people;
    }

    /** Somebody on whom a literal holds; none where it holds on nobody. */
    Optional<Example> of(int literal) {
        return of(literal, Set.of());
    }

    /**
     * Somebody on whom a literal holds; none where it holds on nobody.
     *
     * @param others paths of questions whose answers count even where they are not asked, as they would be otherwise
     */
    Optional<Example> of(int literal, Set<String> others) {
        return people.of(literal).map(found -> {
            Answers person = found.answers();
            return new Example(few(person, literal, notAsked(found.model(), others)), person, found);
        });
    }

    /** What an assignment says about these questions where they are not asked. */
    private List<Integer> notAsked(Assignment model, Set<String> questions) {
        return Stream.concat(
                        space.facts().stream(),
                        space.entries().stream()
                                .flatMap(group -> group.places().stream().map(Entries.Place::fact)))
                .flatMap(fact -> fact.variables().stream()
                        .filter(variable ->
                                questions.contains(variable.question().path())
                                        && !model.holds(fact.asked(variable.question()))))
                .flatMap(variable -> IntStream.of(variable.variables())
                        .mapToObj(each -> model.holds(each) ? each : Formula.not(each)))
                .toList();
    }

    /** The answers of a person that make the literal hold, whatever else is answered. */
    private Answers few(Answers person, int literal, List<Integer> besides) {
        if (!space.fits(person)) {
            return person;
        }
        var fixed =
                Stream.concat(space.unused(person).stream(), besides.stream()).toList();
        Set<String> reason = new Reasons(solver, space.given(person), fixed, Set.of())
                .of(literal).stream().map(Slot::pointer).collect(Collectors.toSet());
        return only(person, reason);
    }

    /** The answers in these slots alone; of a group that is not among them, the entries that are. */
    private static Answers only(Answers answers, Set<String> slots) {
        Answers few = answers;
        for (Slot slot : answers.slots()) {
            if (slot.question() != null && !slots.contains(slot.pointer())) {
                few = few.with(slot, null);
            }
        }
        for (Group group : answers.questionnaire().groups()) {
            if (group.repeats() && !slots.contains("/" + group.id())) {
                var known = few.entries(group).stream()
                        .filter(entry -> !entry.values().isEmpty())
                        .toList();
                few = known.isEmpty() ? few.without(group) : few.with(group, known);
            }
        }
        return few;
    }
}
