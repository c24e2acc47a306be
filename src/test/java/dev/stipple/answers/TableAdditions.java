package dev.stipple.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.api.RandomAnswers;
import dev.stipple.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Adds one thing to a generated table of one person, and demands that it makes a difference to who reads it: another
 * reading, or a fault. {@code -Dstipple.additions=100000} makes it the long test, {@code -Dstipple.seed} repeats one.
 */
public final class TableAdditions {
    private static final int WANTED = Integer.getInteger("stipple.additions", 1000);
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final int A_PERSON = 20;
    private static final Pattern FORMULA = Pattern.compile("'*\\s*[-=+@]");
    private static final String SIGNS = "x07\",|;.-'=";

    private final Random random;
    private final Map<String, Function<Random, String>> besides;
    private final Function<String, Optional<Object>> reader;
    private List<String> person = List.of();
    private List<String> other = List.of();

    /** A table before and after one thing was added. */
    private record Addition(String before, String after) {}

    private TableAdditions(
            Random random, Map<String, Function<Random, String>> besides, Function<String, Optional<Object>> reader) {
        this.random = random;
        this.besides = besides;
        this.reader = reader;
    }

    /**
     * Tries a reader out.
     *
     * @param besides the columns before those of the answers, each with what makes a cell of it
     * @param reader is given a table and tells what it read; empty where there is a fault
     */
    public static void makeADifference(
            String name, Map<String, Function<Random, String>> besides, Function<String, Optional<Object>> reader) {
        long seed = Long.getLong("stipple.seed", System.nanoTime());
        System.out.println("additions to " + name + ": seed " + seed);
        new TableAdditions(new Random(seed), besides, reader).run(name, seed);
    }

    private void run(String name, long seed) {
        int refused = 0;
        for (int i = 0; i < WANTED; i++) {
            if (i % A_PERSON == 0) {
                other = person();
                person = person();
            }
            Addition addition = addition();
            Optional<Object> after = reader.apply(addition.after());

            assertThat(after.isEmpty() || !after.equals(reader.apply(addition.before())))
                    .as("seed %d: nothing came of%n%s%nafter%n%s", seed, addition.after(), addition.before())
                    .isTrue();
            refused += after.isEmpty() ? 1 : 0;
        }
        System.out.printf("additions to %s: %d refused, %d read%n", name, refused, WANTED - refused);
        assertThat(refused).isBetween(1, WANTED - 1);
    }

    private Addition addition() {
        var header = new ArrayList<>(besides.keySet());
        header.addAll(Columns.names(QUESTIONNAIRE));
        var table = new ArrayList<List<String>>(List.of(header, new ArrayList<>(person)));
        return switch (random.nextInt(7)) {
            case 0 -> filled(table, other);
            case 1 -> moved(table);
            case 2 -> with(table, () -> table.get(1).add(some(other)));
            case 3 ->
                with(table, () -> {
                    table.get(0).add(random.nextBoolean() ? some(table.get(0)) : "x");
                    table.get(1).add(some(other));
                });
            case 4 -> with(table, () -> table.add(new ArrayList<>(other)));
            case 5 -> signed(table);
            default -> sign(text(table));
        };
    }

    private Addition filled(List<List<String>> table, List<String> other) {
        List<String> row = table.get(1);
        int empty = place(row, true);
        return with(table, () -> row.set(empty, other.get(empty).isEmpty() ? some(other) : other.get(empty)));
    }

    private Addition moved(List<List<String>> table) {
        List<String> row = table.get(1);
        int empty = place(row, true);
        String cell = row.set(place(row, false), "");
        return with(table, () -> row.set(empty, cell));
    }

    /** A sign before a cell or after it. */
    private Addition signed(List<List<String>> table) {
        List<String> row = table.get(1);
        int filled = place(row, false);
        String cell = row.get(filled);
        return with(table, () -> row.set(filled, random.nextBoolean() ? cell + one("") : one(cell) + cell));
    }

    /** A sign; none that says of what follows that it is no formula, as an export does and an import takes away. */
    private String one(String before) {
        String signs = FORMULA.matcher(before).lookingAt() ? SIGNS.replace("'", "") : SIGNS;
        return signs.substring(random.nextInt(signs.length())).substring(0, 1);
    }

    private Addition sign(String text) {
        int at = random.nextInt(text.length() + 1);
        String sign = one(text.substring(at));
        return new Addition(text, text.substring(0, at) + sign + text.substring(at));
    }

    private static Addition with(List<List<String>> table, Runnable change) {
        String before = text(table);
        change.run();
        return new Addition(before, text(table));
    }

    private int place(List<String> row, boolean empty) {
        var places = IntStream.range(1, row.size())
                .filter(i -> row.get(i).isEmpty() == empty)
                .boxed()
                .toList();
        return places.get(random.nextInt(places.size()));
    }

    private String some(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        return filled.get(random.nextInt(filled.size()));
    }

    /** Somebody who answered something and left something open. */
    private List<String> person() {
        var row = new ArrayList<String>();
        while (row.stream().filter(String::isEmpty).count() < 2
                || row.stream().filter(cell -> !cell.isEmpty()).count() < 3) {
            row.clear();
            besides.values().forEach(cell -> row.add(cell.apply(random)));
            row.addAll(Columns.cells(new RandomAnswers(QUESTIONNAIRE, random).person(random.nextDouble())));
        }
        return row;
    }

    private static String text(List<List<String>> table) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<String> row : table) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
