package dev.stipple.reasoning.space;

import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.rule.Constraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A repeating group as variables: for each class of entries whether there is one, and beside them a few single entries,
 * each of which may be there or not, for entries that are partly known.
 */
public final class Entries {
    /** An entry that may be there. */
    public record Place(int present, Fact fact) {
        /** Holds where the entry is there and the question is asked of it. */
        public int asked(Question question, Formula formula) {
            return formula.and(present, fact.asked(question));
        }
    }

    private final Formula formula;
    private final Fact prototype;
    private final List<EntryClasses.EntryClass> classes;
    private final int[] some;
    private final int closed;
    private final List<Place> places = new ArrayList<>();

    Entries(Formula formula, Fact prototype, Collection<Constraint> patterns, int places) {
        this.formula = formula;
        this.prototype = prototype;
        this.classes = EntryClasses.of(
                formula, prototype, patterns.stream().map(prototype::holds).toList());
        this.some = classes.stream().mapToInt(each -> formula.variable()).toArray();
        this.closed = formula.and(IntStream.of(some).map(Formula::not).toArray());
        for (int i = 0; i < places; i++) {
            this.places.add(new Place(formula.variable(), prototype.copy()));
        }
    }

    public Group group() {
        return prototype.group();
    }

    public List<Place> places() {
        return places;
    }

    /** By class, whether there is an entry of it. */
    public int[] some() {
        return some;
    }

    /** Holds where there is no entry but those in the places. */
    int closed() {
        return closed;
    }

    /** Holds where some entry passes all these constraints, which have to be among the patterns. */
    int exists(Constraint... constraints) {
        int[] patterns = Stream.of(constraints).mapToInt(prototype::holds).toArray();
        var ways = new ArrayList<Integer>();
        for (int i = 0; i < some.length; i++) {
            var entryClass = classes.get(i);
            int holds = formula.and(IntStream.of(patterns)
                    .map(pattern -> Formula.isConstant(pattern)
                            ? pattern
                            : Objects.requireNonNull(entryClass.holds().get(pattern)))
                    .toArray());
            ways.add(formula.and(some[i], holds));
        }
        places.stream().map(place -> in(place, constraints)).forEach(ways::add);
        return formula.or(ways);
    }

    private int in(Place place, Constraint... constraints) {
        return formula.and(IntStream.concat(
                        IntStream.of(place.present()), Stream.of(constraints).mapToInt(place.fact()::holds))
                .toArray());
    }

    /** The entries in an assignment: those in places first, preferred values where nothing tells them apart. */
    List<Entry> read(Assignment assignment, List<Entry> preferred) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < places.size(); i++) {
            if (assignment.holds(places.get(i).present())) {
                entries.add(
                        places.get(i).fact().read(assignment, i < preferred.size() ? preferred.get(i) : Entry.EMPTY));
            }
        }
        for (int i = 0; i < some.length; i++) {
            if (assignment.holds(some[i])) {
                entries.add(example(i, assignment));
            }
        }
        return entries;
    }

    /** Literals of sets to try: none, and one entry of each class. */
    public List<int[]> choices() {
        return IntStream.range(-1, some.length)
                .mapToObj(chosen -> IntStream.range(0, some.length)
                        .map(i -> i == chosen ? some[i] : Formula.not(some[i]))
                        .toArray())
                .toList();
    }

    /** Gives every class a random value: often there is no entry, seldom there are many. */
    public void sample(RandomGenerator random, Assignment assignment) {
        int entries = random.nextBoolean() ? 0 : 1 + random.nextInt(2);
        var chosen = IntStream.range(0, entries)
                .mapToObj(i -> some[random.nextInt(some.length)])
                .toList();
        for (int each : some) {
            assignment.set(Formula.node(each), chosen.contains(each));
        }
    }

    private Entry example(int index, Assignment assignment) {
        for (Variable variable : prototype.variables()) {
            for (int each : variable.variables()) {
                int node = Formula.node(each);
                assignment.set(node, classes.get(index).values().get(node));
            }
        }
        return prototype.read(assignment, Entry.EMPTY);
    }
}
