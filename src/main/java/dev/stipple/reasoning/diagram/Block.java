package dev.stipple.reasoning.diagram;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.MultiChoice;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.ValueClass;
import dev.stipple.reasoning.space.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Levels that stand together and hold what one slot says. Every combination of their values means something, so that a
 * diagram needs no domain: of several choices, "none" is that no other is chosen, or the first option where there is no
 * "none".
 */
sealed interface Block {
    /** How often one of several options is chosen. */
    double CHOSEN = 0.25;

    /** How often a group has an entry. */
    double ENTRIES = 0.5;

    /** How many values each of its levels has. */
    int[] arities();

    /** By level, how often each of its values is found among people at random. */
    double[][] shares();

    /** What the variables of the formula say, in the order in which the block's own come. */
    int[] literals(Nodes nodes, int first);

    /** The variables of the formula. */
    int[] variables();

    /** What an answer says: by level, a bit for each value. */
    long[] values(Value value);

    /** What an answer says of which these options are known: by level, a bit for each value. */
    long[] among(List<Option> chosen);

    /** The ways in which an answer fulfils a requirement, no two at once: by level, a bit for each value. */
    List<long[]> fulfilling(Requirement requirement);

    /** A question that has one answer: one level, with a value for each that the rules tell apart. */
    record Single(SingleChoice choice) implements Block {
        @Override
        public int[] arities() {
            return choice.cells().size() == 1
                    ? new int[0]
                    : new int[] {choice.cells().size()};
        }

        @Override
        public double[][] shares() {
            double all = choice.cells().stream().mapToInt(ValueClass::size).sum();
            double[] shares = choice.cells().stream()
                    .mapToDouble(cell -> cell.size() / all)
                    .toArray();
            return shares.length == 1 ? new double[0][] : new double[][] {shares};
        }

        @Override
        public int[] variables() {
            return choice.variables();
        }

        @Override
        public int[] literals(Nodes nodes, int first) {
            return choice.variables().length == 1
                    ? new int[] {nodes.is(first, 1)}
                    : IntStream.range(0, choice.variables().length)
                            .map(value -> nodes.is(first, value))
                            .toArray();
        }

        @Override
        public long[] values(Value value) {
            return choice.cells().size() == 1 ? new long[0] : new long[] {1L << choice.index(value)};
        }

        @Override
        public long[] among(List<Option> chosen) {
            throw new IllegalArgumentException("a question with one answer has no part of it");
        }

        @Override
        public List<long[]> fulfilling(Requirement requirement) {
            long among = IntStream.range(0, choice.cells().size())
                    .filter(i -> requirement.accepts(choice.cells().get(i).value()))
                    .mapToLong(i -> 1L << i)
                    .reduce(0, (some, more) -> some | more);
            return choice.cells().size() == 1
                    ? among == 0 ? List.of() : List.of(new long[0])
                    : List.of(new long[] {among});
        }
    }

    /** A question that may have several answers: a level for each option but "none". */
    record Multiple(MultiChoice choices) implements Block {
        private Question.Choices question() {
            return (Question.Choices) choices.question();
        }

        private int none() {
            return question().none().map(Option::position).orElse(-1);
        }

        @Override
        public int[] arities() {
            int[] arities = new int[choices.variables().length - (none() < 0 ? 0 : 1)];
            Arrays.fill(arities, 2);
            return arities;
        }

        @Override
        public double[][] shares() {
            return alike(arities().length, CHOSEN);
        }

        @Override
        public int[] variables() {
            return choices.variables();
        }

        @Override
        public int[] literals(Nodes nodes, int first) {
            int[] literals = new int[choices.variables().length];
            int some = Nodes.NO;
            for (int option = 0; option < literals.length; option++) {
                if (option != none()) {
                    literals[option] = nodes.is(first + level(option), 1);
                    some = nodes.or(some, literals[option]);
                }
            }
            int alone = nodes.not(some);
            if (none() < 0) {
                literals[0] = nodes.or(literals[0], alone);
            } else {
                literals[none()] = alone;
            }
            return literals;
        }

        /** The level of an option, counted from the first of the block; negative where it has none. */
        private int level(int option) {
            return none() < 0 || option < none() ? option : option == none() ? -1 : option - 1;
        }

        /** The level of an option by its code. */
        private int level(String code) {
            return level(question().option(code).orElseThrow().position());
        }

        @Override
        public List<long[]> fulfilling(Requirement requirement) {
            return requirement.negated() ? without(requirement.codes()) : with(requirement.codes());
        }

        private List<long[]> with(Set<String> codes) {
            // In the order of the levels, as a set has another one in each Java.
            var levels = codes.stream()
                    .mapToInt(this::level)
                    .filter(level -> level >= 0)
                    .sorted();
            List<long[]> ways = firstOf(open(), levels);
            if (codes.stream().mapToInt(this::level).anyMatch(level -> level == fallback())) {
                ways.add(empty());
            }
            return ways;
        }

        /** For each of some levels, that it is the first of them that is chosen. */
        private static List<long[]> firstOf(long[] open, IntStream levels) {
            var ways = new ArrayList<long[]>();
            long[] rest = open.clone();
            levels.forEach(level -> {
                long[] chosen = rest.clone();
                chosen[level] = 0b10;
                ways.add(chosen);
                rest[level] = 0b01;
            });
            return ways;
        }

        private List<long[]> without(Set<String> codes) {
            long[] others = open();
            codes.stream().mapToInt(this::level).filter(level -> level >= 0).forEach(level -> others[level] = 0b01);
            if (codes.stream().mapToInt(this::level).noneMatch(level -> level == fallback())) {
                return List.of(others);
            }
            return firstOf(others, IntStream.range(0, others.length).filter(level -> others[level] != 0b01));
        }

        /** The level of the option that counts as chosen where no other is. */
        private int fallback() {
            return none() < 0 ? 0 : -1;
        }

        private long[] open() {
            long[] open = new long[arities().length];
            Arrays.fill(open, 0b11);
            return open;
        }

        private long[] empty() {
            long[] empty = new long[arities().length];
            Arrays.fill(empty, 0b01);
            return empty;
        }

        @Override
        public long[] among(List<Option> chosen) {
            long[] values = open();
            chosen.forEach(option -> values[level(option.position())] = 0b10);
            return values;
        }

        @Override
        public long[] values(Value value) {
            long[] values = empty();
            value.codes().stream()
                    .mapToInt(this::level)
                    .filter(level -> level >= 0)
                    .forEach(level -> values[level] = 0b10);
            return values;
        }
    }

    /** The entries of a repeating group: whether there is one of each class, and the single ones that may be there. */
    record Group(Entries entries, List<Block> questions) implements Block {
        @Override
        public int[] arities() {
            return IntStream.concat(
                            IntStream.generate(() -> 2).limit(ownLevels()),
                            questions.stream().flatMapToInt(each -> IntStream.of(each.arities())))
                    .toArray();
        }

        @Override
        public double[][] shares() {
            int classes = entries.some().length;
            return Stream.of(
                            Stream.of(alike(classes, ENTRIES / classes)),
                            Stream.of(alike(entries.places().size(), ENTRIES)),
                            questions.stream().flatMap(each -> Stream.of(each.shares())))
                    .flatMap(each -> each)
                    .toArray(double[][]::new);
        }

        @Override
        public int[] variables() {
            return IntStream.concat(own(), questions.stream().flatMapToInt(each -> IntStream.of(each.variables())))
                    .toArray();
        }

        /** How many levels come before those of its questions. */
        int ownLevels() {
            return entries.some().length + entries.places().size();
        }

        @Override
        public long[] values(Value value) {
            throw new IllegalArgumentException("a group has no value");
        }

        @Override
        public long[] among(List<Option> chosen) {
            throw new IllegalArgumentException("a group has no options");
        }

        @Override
        public List<long[]> fulfilling(Requirement requirement) {
            throw new IllegalArgumentException("a group is no question");
        }

        private IntStream own() {
            return IntStream.concat(
                    IntStream.of(entries.some()), entries.places().stream().mapToInt(Entries.Place::present));
        }

        @Override
        public int[] literals(Nodes nodes, int first) {
            var literals = IntStream.builder();
            IntStream.range(0, ownLevels()).map(i -> nodes.is(first + i, 1)).forEach(literals);
            int level = first + ownLevels();
            for (Block question : questions) {
                IntStream.of(question.literals(nodes, level)).forEach(literals);
                level += question.arities().length;
            }
            return literals.build().toArray();
        }
    }

    /** Levels that are or are not, each as often. */
    private static double[][] alike(int levels, double often) {
        return Stream.generate(() -> new double[] {1 - often, often})
                .limit(levels)
                .toArray(double[][]::new);
    }

    static Block of(Variable variable) {
        return variable instanceof SingleChoice single ? new Single(single) : new Multiple((MultiChoice) variable);
    }
}
