package dev.stipple.reasoning.space;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.CorrectionSet;
import dev.stipple.reasoning.formula.Counter;
import dev.stipple.reasoning.formula.DeadlinePassed;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The most ordinary person on whom something holds: as few answers away from a known person, and objected to by as few
 * rules, as can be, where the entries of a group count as one answer; and with these answers as near as can be on their
 * scales. The answers and objections are a smallest correction set, so that all others are assumed while the solver works.
 */
public final class OrdinaryPeople {
    /** Where it takes more, they are found along cores: few, but perhaps not the fewest. */
    private static final int MOST_CHANGES = 6;

    /**
     * Somebody on whom it holds.
     *
     * @param answers all of them
     * @param model the same as values of the variables
     * @param like answers of the known person that is nearest, with usual ones where that person was not asked
     * @param changes how many answers away from that person, and rules that object
     */
    public record Person(Answers answers, Assignment model, Answers like, int changes) {}

    /**
     * A known person.
     *
     * @param same literals that hold where an answer, or the entries of a group, are those of the person
     * @param steps literals of which as many hold as somebody is values and entries away
     */
    private record Known(Answers usual, List<Integer> same, Counter steps) {}

    private final Space space;
    private final Formula formula;
    private final Solver solver;
    private final List<Integer> unobjected;
    private final List<Integer> order;
    private final List<Known> people;

    /**
     * Finds people.
     *
     * @param objections literals that hold where a rule objects
     * @param people complete, favourable answers; where there are none, those found have as few entries as can be
     */
    public OrdinaryPeople(Space space, Solver solver, Collection<Integer> objections, Collection<Answers> people) {
        this.space = space;
        this.formula = space.formula();
        this.solver = solver;
        this.unobjected = objections.stream().map(Formula::not).toList();
        this.order = space.entries().stream()
                .flatMap(group -> IntStream.range(1, group.places().size())
                        .mapToObj(i -> formula.or(
                                group.places().get(i - 1).present(),
                                Formula.not(group.places().get(i).present()))))
                .toList();
        this.people = people.isEmpty()
                ? List.of(nobody())
                : people.stream().map(person -> known(person, people)).toList();
    }

    /** The most ordinary person on whom a literal holds; none where it holds on nobody. */
    public Optional<Person> of(int literal) {
        if (!solver.solve(literal)) {
            return Optional.empty();
        }
        Person best = found(people.get(0), Integer.MAX_VALUE);
        try {
            for (Known known : people) {
                best = new Near(known, literal).person(best.changes() - 1).orElse(best);
            }
        } catch (DeadlinePassed e) {
            // Somebody less ordinary shows it as well.
        }
        return Optional.of(best);
    }

    /** The most ordinary people on whom a literal holds, each near to another known person; at most so many. */
    public List<Person> of(int literal, int most) {
        if (!solver.solve(literal)) {
            return List.of();
        }
        return people.stream()
                .flatMap(known -> new Near(known, literal).person(Integer.MAX_VALUE).stream())
                .sorted(Comparator.comparingInt(Person::changes))
                .limit(most)
                .toList();
    }

    /** The person of the model that the solver found. */
    private Person found(Known known, int changes) {
        Assignment model = space.assignment(solver);
        return new Person(space.answers(model, known.usual()), model, known.usual(), changes);
    }

    /** Changes answers of a known person, and lets rules object, until what is demanded holds. */
    private final class Near implements CorrectionSet.Forcing {
        private final Known known;
        private final List<Integer> wished;
        private final int demanded;

        Near(Known known, int demanded) {
            this.known = known;
            this.wished =
                    Stream.concat(known.same().stream(), unobjected.stream()).toList();
            this.demanded = demanded;
        }

        /** The nearest person; none where that takes more changes than so many. */
        Optional<Person> person(int most) {
            var kept = new BitSet();
            kept.set(0, count());
            kept.andNot(CorrectionSet.of(this, Math.min(most, MOST_CHANGES)));
            while (most > MOST_CHANGES && isForced(kept)) {
                kept.clear(core(kept).stream().findFirst().orElseThrow());
            }
            if (count() - kept.cardinality() > most || isForced(kept)) {
                return Optional.empty();
            }
            known.steps().fewest(solver, assumed(kept));
            return Optional.of(found(known, count() - kept.cardinality()));
        }

        @Override
        public int count() {
            return wished.size();
        }

        @Override
        public boolean isForced(BitSet kept) {
            return !solver.solve(assumed(kept));
        }

        @Override
        public BitSet core(BitSet kept) {
            BitSet core = forcing(kept).orElseThrow();
            for (int each : core.stream().toArray()) {
                if (core.get(each)) {
                    var fewer = (BitSet) core.clone();
                    fewer.clear(each);
                    core = forcing(fewer).orElse(core);
                }
            }
            return core;
        }

        /** Those of some answers that the solver needed to find them forcing; none where they are not. */
        private Optional<BitSet> forcing(BitSet kept) {
            if (!isForced(kept)) {
                return Optional.empty();
            }
            Set<Integer> core = IntStream.of(solver.core()).boxed().collect(Collectors.toSet());
            var forcing = new BitSet();
            kept.stream().filter(each -> core.contains(wished.get(each))).forEach(forcing::set);
            return Optional.of(forcing);
        }

        private List<Integer> assumed(BitSet kept) {
            var all = new ArrayList<>(List.of(demanded));
            all.addAll(order);
            kept.stream().mapToObj(wished::get).forEach(all::add);
            return all;
        }
    }

    private Known nobody() {
        var same = new ArrayList<Integer>();
        var steps = new ArrayList<Integer>();
        space.entries().forEach(group -> add(changed(group, Set.of()), same, steps));
        return new Known(Answers.none(space.questionnaire()), same, new Counter(formula, steps));
    }

    private Known known(Answers person, Collection<Answers> others) {
        Answers usual = usual(person, others);
        var same = new ArrayList<Integer>();
        var steps = new ArrayList<Integer>();
        for (Fact fact : space.facts()) {
            for (Variable variable : fact.variables()) {
                var slot = new Slot(fact.group(), 0, variable.question());
                int asked = fact.asked(variable.question());
                same.add(formula.or(Formula.not(asked), is(variable, person.value(slot))));
                usual.value(slot).stream()
                        .flatMap(value -> variable.steps(value).stream())
                        .map(step -> formula.and(asked, step))
                        .forEach(steps::add);
            }
        }
        for (Entries group : space.entries()) {
            add(changed(group, group.classes(person.entries(group.group()), single(person))), same, steps);
        }
        return new Known(usual, same, new Counter(formula, steps));
    }

    private void add(List<Integer> changed, List<Integer> same, List<Integer> steps) {
        same.add(formula.and(changed.stream().map(Formula::not).toList()));
        steps.addAll(changed);
    }

    private int is(Variable variable, Optional<Value> value) {
        return value.map(same -> formula.and(variable.is(same))).orElse(Formula.FALSE);
    }

    /**
     * Literals that hold where a group has an entry more, or one of these less. An entry of a class counts twice, as its place
     * would also tell what is not asked of it.
     */
    private static List<Integer> changed(Entries group, Set<Integer> classes) {
        int[] some = group.some();
        return Stream.concat(
                        IntStream.range(0, some.length)
                                .mapToObj(i -> classes.contains(i) ? Formula.not(some[i]) : some[i])
                                .flatMap(literal -> Stream.of(literal, literal)),
                        group.places().stream().map(Entries.Place::present))
                .toList();
    }

    /** The answers of groups that do not repeat, as an assignment. */
    private Assignment single(Answers person) {
        Answers single = person;
        for (Entries group : space.entries()) {
            single = single.with(group.group(), List.of());
        }
        return space.assignment(single);
    }

    /** The answers, and where there is none that of the first other person who has one. */
    private Answers usual(Answers person, Collection<Answers> others) {
        Answers usual = person;
        for (Fact fact : space.facts()) {
            for (Variable variable : fact.variables()) {
                var slot = new Slot(fact.group(), 0, variable.question());
                if (usual.value(slot).isEmpty()) {
                    usual = usual.with(
                            slot,
                            others.stream()
                                    .flatMap(other -> other.value(slot).stream())
                                    .findFirst()
                                    .orElse(null));
                }
            }
        }
        return usual;
    }
}
