package dev.stipple.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules that each compare two or three of twelve numbers with constants: the same ones for the same seed. */
record FlatRules(List<FlatRule> rules) {
    static final int FIELDS = 12;
    static final int HIGHEST = 99;
    private static final List<String> OPERATORS = List.of("<", ">=");

    /** One comparison, as in {@code f3 < 40}. */
    record Comparison(int field, String operator, int constant) {
        boolean holds(int[] values) {
            return operator.equals("<") ? values[field] < constant : values[field] >= constant;
        }

        /** With the field written by a pattern such as {@code $c.f%d}. */
        String text(String field) {
            return field.formatted(this.field) + " " + operator + " " + constant;
        }
    }

    /** All of some comparisons. */
    record FlatRule(int number, List<Comparison> comparisons) {
        String name() {
            return "flat: rule %03d".formatted(number);
        }

        String text(String field, String and) {
            return comparisons.stream()
                    .map(comparison -> comparison.text(field))
                    .collect(Collectors.joining(and));
        }

        boolean holds(int[] values) {
            return comparisons.stream().allMatch(comparison -> comparison.holds(values));
        }
    }

    static FlatRules of(int count, long seed) {
        var random = new Random(seed);
        return new FlatRules(IntStream.range(0, count)
                .mapToObj(number -> new FlatRule(number, comparisons(random)))
                .toList());
    }

    private static List<Comparison> comparisons(Random random) {
        int count = random.nextInt(10) < 7 ? 2 : 3;
        var fields = new ArrayList<Integer>();
        while (fields.size() < count) {
            int field = random.nextInt(FIELDS);
            if (!fields.contains(field)) {
                fields.add(field);
            }
        }
        return fields.stream()
                .map(field -> new Comparison(
                        field, OPERATORS.get(random.nextInt(OPERATORS.size())), 1 + random.nextInt(HIGHEST)))
                .toList();
    }

    /** Cases to try the rules on: twelve numbers each. */
    static List<int[]> cases(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(FIELDS, 0, HIGHEST + 1).toArray())
                .toList();
    }

    /** How many rules fire, counted in the plainest way; every contender has to agree. */
    int firing(int[] values) {
        return (int) rules.stream().filter(rule -> rule.holds(values)).count();
    }
}
