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
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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

    /**
     * By class, whether its entries pass each of these constraints, which have to be among the patterns; empty where that
     * hangs on answers of other groups.
     */
    public Optional<List<List<Boolean>>> passes(List<Constraint> constraints) {
        int[] patterns = constraints.stream().mapToInt(prototype::holds).toArray();
        var passes = new ArrayList<List<Boolean>>();
        for (EntryClasses.EntryClass each : classes) {
            int[] left = IntStream.of(patterns)
                    .map(pattern -> Formula.isConstant(pattern)
                            ? pattern
                            : Objects.requireNonNull(each.holds().get(pattern)))
                    .toArray();
            if (!IntStream.of(left).allMatch(Formula::isConstant)) {
                return Optional.empty();
            }
            passes.add(IntStream.of(left)
                    .mapToObj(literal -> literal == Formula.TRUE)
                    .toList());
        }
        return Optional.of(passes);
    }

    /** The classes of these entries where everything else is answered as in an assignment. */
    Set<Integer> classes(List<Entry> entries, Assignment others) {
        return entries.stream()
                .flatMap(entry -> IntStream.range(0, some.length)
                        .filter(i -> isOf(i, entry, others))
                        .limit(1)
                        .boxed())
                .collect(Collectors.toSet());
    }

    /** Whether an entry is of a class, with its values as those of the prototype in the assignment. */
    private boolean isOf(int index, Entry entry, Assignment assignment) {
        for (Variable variable : prototype.variables()) {
            variable.reset(assignment);
            entry.value(variable.question()).stream()
                    .flatMapToInt(value -> IntStream.of(variable.is(value)))
                    .filter(literal -> !Formula.isConstant(literal))
                    .forEach(literal -> assignment.set(Formula.node(literal), !Formula.isNegated(literal)));
        }
        return classes.get(index).holds().entrySet().stream()
                .allMatch(pattern -> assignment.holds(pattern.getKey()) == assignment.holds(pattern.getValue()));
    }

    /** The entries in an assignment: those in places first, preferred values where nothing tells them apart. */
    List<Entry> read(Assignment assignment, List<Entry> preferred) {
        var entries = new ArrayList<Entry>();
        var left = new ArrayList<>(preferred);
        for (int i = 0; i < places.size(); i++) {
            if (assignment.holds(places.get(i).present())) {
                Entry own = i < preferred.size() ? preferred.get(i) : Entry.EMPTY;
                left.remove(own);
                entries.add(places.get(i).fact().read(assignment, own));
            }
        }
        for (int i = 0; i < some.length; i++) {
            if (assignment.holds(some[i])) {
                int index = i;
                entries.add(left.stream()
                        .filter(entry -> isOf(index, entry, assignment))
                        .findFirst()
                        .map(entry -> prototype.read(assignment, entry))
                        .orElseGet(() -> example(index, assignment)));
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
