package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.ParallelAssignments;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.Variable;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What questions are worth, by samples, where the diagram cannot count. The same answers give the same worth. */
final class SampledWorth implements NextQuestion.Worth {
    private final Completions completions;
    private final Workspace workspace;
    private final ParallelAssignments known;
    private final ParallelAssignments samples;
    private final long[] valid;

    SampledWorth(Completions completions) {
        this.completions = completions;
        this.workspace = completions.workspace();
        this.known = completions.known();
        this.samples = completions.samples();
        this.valid = completions.valid(samples);
        // The first word holds whatever the solver found, which may be something else the next time.
        valid[0] = 0;
    }

    /** The share of answers after which an objection has settled the verdict. */
    @Override
    public double ends(Slot slot) {
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
    @Override
    public double tells(Slot slot) {
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
