package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.ParallelAssignments;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.Variable;
import dev.stipple.rule.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Orders questions by what their answers are worth: those that are certainly asked first, then those that can end it at
 * once by an objection, then by how much the answer is expected to tell of the verdict. The samples are the same each
 * time, so that the same answers give the same order.
 */
final class NextQuestion {
    private record Worth(Slot slot, boolean asked, double ends, double tells) {}

    private static final Comparator<Worth> ORDER = Comparator.comparing(Worth::asked)
            .thenComparingDouble(Worth::ends)
            .thenComparingDouble(Worth::tells)
            .reversed();

    private final Completions completions;
    private final Workspace workspace;
    private final ParallelAssignments known;
    private final ParallelAssignments samples;
    private final long[] valid;

    private NextQuestion(Completions completions) {
        this.completions = completions;
        this.workspace = completions.workspace();
        this.known = completions.known();
        this.samples = completions.samples();
        this.valid = completions.valid(samples);
        // The first word holds whatever the solver found, which may be something else the next time.
        valid[0] = 0;
    }

    /** The slots, the one to ask next first. */
    static List<Slot> order(Completions completions, List<Slot> slots) {
        var order = new NextQuestion(completions);
        return slots.stream().map(order::worth).sorted(ORDER).map(Worth::slot).toList();
    }

    private Worth worth(Slot slot) {
        Question question = slot.question();
        Answers answers = completions.answers();
        boolean asked = question == null
                || answers.asked(question, answers.entries(slot.group()).get(slot.entry())) == Asked.YES;
        return new Worth(slot, asked, ends(slot), tells(slot));
    }

    /** The share of answers after which an objection has settled the verdict. */
    private double ends(Slot slot) {
        var choices = workspace.choices(slot);
        int count = Math.min(64, choices.size());
        int[] variables = workspace.space().variables(slot);
        ParallelAssignments lanes = known.copy();
        for (int variable : variables) {
            long hold = 0;
            for (int i = 0; i < count; i++) {
                hold |= contains(choices.get(i), variable) ? 1L << i : 0;
            }
            lanes.set(variable, new long[] {hold});
        }
        lanes.runAbove(variables);
        long ended = Stream.of(Verdict.NOT_SUITABLE, Verdict.MEDICAL_CLEARANCE, Verdict.DEFER)
                .mapToLong(verdict -> lanes.certain(workspace.outcome().is(verdict), 0))
                .reduce(0, (one, other) -> one | other);
        long mask = count == 64 ? -1 : (1L << count) - 1;
        return (double) Long.bitCount(ended & mask) / count;
    }

    private static boolean contains(int[] literals, int literal) {
        return IntStream.of(literals).anyMatch(each -> each == literal);
    }

    /** How many bits the answer is expected to tell of the verdict. */
    private double tells(Slot slot) {
        if (slot.question() == null) {
            return tellsMost(workspace.space().variables(slot), valid);
        }
        Fact fact = workspace.space().fact(slot);
        long[] asked = valid.clone();
        and(asked, samples.plane(fact.asked(slot.question())));
        Variable variable = fact.variable(slot.question());
        return variable instanceof SingleChoice
                ? tells(variable.choices().stream()
                        .map(each -> rows(each, asked))
                        .toList())
                : tellsMost(variable.variables(), asked);
    }

    private double tellsMost(int[] variables, long[] among) {
        return IntStream.of(variables)
                .mapToDouble(each -> tells(List.of(rows(new int[] {each}, among))))
                .max()
                .orElse(0);
    }

    private long[] rows(int[] literals, long[] among) {
        long[] rows = among.clone();
        for (int literal : literals) {
            and(rows, samples.plane(literal));
        }
        return rows;
    }

    private double tells(List<long[]> parts) {
        double total = count(valid);
        long[] rest = valid.clone();
        double after = 0;
        for (long[] part : parts) {
            after += total == 0 ? 0 : count(part) / total * entropy(part);
            for (int i = 0; i < rest.length; i++) {
                rest[i] &= ~part[i];
            }
        }
        after += total == 0 ? 0 : count(rest) / total * entropy(rest);
        return entropy(valid) - after;
    }

    private double entropy(long[] among) {
        double total = count(among);
        return completions.possible().stream()
                .mapToDouble(verdict ->
                        count(rows(new int[] {workspace.outcome().is(verdict)}, among)) / total)
                .filter(share -> share > 0)
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    private static double count(long[] rows) {
        return LongStream.of(rows).map(Long::bitCount).sum();
    }

    private static void and(long[] rows, long[] others) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] &= others[i];
        }
    }
}
