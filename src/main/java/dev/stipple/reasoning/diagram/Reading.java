package dev.stipple.reasoning.diagram;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.CorrectionSet;
import dev.stipple.rule.Verdict;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The diagram under one person's answers. For one thread. */
public final class Reading {
    private final Diagram diagram;
    private final Answers answers;
    private final Evidence evidence;
    private final List<Restricted> ways;
    private final int possible;
    private @Nullable Worth worth;

    Reading(Diagram diagram, Answers answers, Evidence evidence, List<long[]> ways) {
        this.diagram = diagram;
        this.answers = answers;
        this.evidence = evidence;
        this.ways = ways.stream()
                .map(open -> new Restricted(diagram.verdicts(), open))
                .toList();
        this.possible = this.ways.stream().mapToInt(Restricted::possible).reduce(0, (one, other) -> one | other);
    }

    /** The verdicts that some completion reaches, strictest first. */
    public Set<Verdict> possible() {
        var set = EnumSet.noneOf(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            if ((possible >>> Compiler.terminal(verdict) & 1) != 0) {
                set.add(verdict);
            }
        }
        return set;
    }

    /** The unanswered slots that can still change the verdict, in the order of the questionnaire. */
    public List<Slot> deciding() {
        if (Integer.bitCount(possible) < 2) {
            return List.of();
        }
        var support = new BitSet();
        ways.forEach(way -> support.or(way.support()));
        return answers.unanswered().stream()
                .filter(slot -> {
                    Layout.Stretch stretch = diagram.stretch(slot);
                    int next = support.nextSetBit(stretch.from());
                    return (next >= 0 && next < stretch.to()) || isDecidingAcross(stretch);
                })
                .toList();
    }

    /** Whether a slot decides of which answers say something, but not one thing. */
    private boolean isDecidingAcross(Layout.Stretch stretch) {
        return ways.size() > 1
                && ways.stream()
                        .collect(
                                Collectors.groupingBy(way -> LongBuffer.wrap(way.beside(stretch.from(), stretch.to()))))
                        .values()
                        .stream()
                        .anyMatch(
                                alike -> alike.size() > 1 && alike.get(0).decide(stretch.from(), stretch.to(), alike));
    }

    /** How many bits an unanswered slot is expected to tell of the verdict, over ordinary people. */
    public double tells(Slot slot) {
        return levels(slot).mapToDouble(worth()::tells).max().orElse(0);
    }

    /** The share of what an unanswered slot may say after which an objection has settled the verdict. */
    public double ends(Slot slot) {
        return levels(slot).mapToDouble(worth()::ends).average().orElse(0);
    }

    private IntStream levels(Slot slot) {
        Layout.Stretch stretch = diagram.stretch(slot);
        return IntStream.range(
                stretch.from(),
                stretch.block() instanceof Block.Group group
                        ? stretch.from() + group.entries().some().length
                        : stretch.to());
    }

    private Worth worth() {
        if (worth == null) {
            worth = new Worth(diagram.ordinary(), ways);
        }
        return worth;
    }

    /**
     * The answered slots that could not have mattered, in the order of the questionnaire; empty where an answer tells of
     * another question, which other answers might then no longer do, or where only the solver can tell.
     */
    public Optional<List<Slot>> irrelevant() {
        if (evidence.isWavering()) {
            return Optional.empty();
        }
        try {
            return Optional.of(evidence.given().stream()
                    .filter(slot -> !answers.isUnknown(slot))
                    .filter(this::isIrrelevant)
                    .toList());
        } catch (Beyond e) {
            return Optional.empty();
        }
    }

    /** Whether the same verdicts were possible whatever the slot said. */
    private boolean isIrrelevant(Slot slot) {
        Layout.Stretch stretch = diagram.stretch(slot);
        if (ways.size() > 1) {
            return isIrrelevantAcross(stretch);
        }
        long[] others = Arrays.copyOfRange(diagram.layout().open(), stretch.from(), stretch.to());
        if (stretch.block() instanceof Block.Group group) {
            for (int place = 0; place < group.entries().places().size(); place++) {
                others[group.entries().some().length + place] = 0b01;
            }
        }
        return ways.get(0).isAlways(possible, stretch.from(), others);
    }

    /** The same where answers leave several ways open; of one level only, the others being left to the solver. */
    private boolean isIrrelevantAcross(Layout.Stretch stretch) {
        if (stretch.to() - stretch.from() > 1) {
            throw new Beyond();
        }
        return stretch.to() == stretch.from()
                || IntStream.range(0, diagram.layout().arities()[stretch.from()])
                        .allMatch(value -> ways.stream()
                                        .mapToInt(way -> way.reached(stretch.from(), value))
                                        .reduce(0, (one, other) -> one | other)
                                == possible);
    }

    /**
     * Answers that force the only possible verdict, none of which can be left out, in the order of the questionnaire; none
     * where more verdicts are possible; empty where only the solver can tell. An irreducible subset by the search for
     * transitions (Marques-Silva and Lynce, "On improving MUS extraction algorithms", SAT 2011).
     */
    public Optional<List<Slot>> reason() {
        if (Integer.bitCount(possible) != 1) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(irreducible());
        } catch (Beyond e) {
            return Optional.empty();
        }
    }

    private List<Slot> irreducible() {
        int count = evidence.given().size();
        var needed = new BitSet();
        IntStream.range(0, count).filter(this::isNeeded).forEach(needed::set);
        int[] first = IntStream.range(0, count).filter(i -> !needed.get(i)).toArray();
        // What hangs on another answer stands after it and says more.
        int[] last = reversed(first);
        BitSet reason = completed(needed, last);
        if (reason.cardinality() > needed.cardinality() + 1) {
            BitSet other = completed(needed, first);
            reason = other.cardinality() < reason.cardinality() ? other : reason;
        }
        return reason.stream().mapToObj(evidence.given()::get).toList();
    }

    private static int[] reversed(int... places) {
        return IntStream.range(0, places.length)
                .map(i -> places[places.length - 1 - i])
                .toArray();
    }

    /**
     * The fewest answers that would have to be wrong together for another verdict than the only possible one, where no single
     * one could; the first such in the order of the questionnaire; empty where only the solver can tell.
     *
     * @param most how many are looked for; no answers where more would have to be wrong
     */
    public Optional<List<Slot>> fewestWrong(int most) {
        try {
            return Optional.of(CorrectionSet.of(new Answered(), most).stream()
                    .mapToObj(evidence.given()::get)
                    .toList());
        } catch (Beyond e) {
            return Optional.empty();
        }
    }

    /** The answers, as what forces the verdict. */
    private final class Answered implements CorrectionSet.Forcing {
        @Override
        public int count() {
            return evidence.given().size();
        }

        @Override
        public boolean isForced(BitSet kept) {
            return Reading.this.isForced(kept);
        }

        @Override
        public BitSet core(BitSet kept) {
            return completed(new BitSet(), reversed(kept.stream().toArray()));
        }
    }

    /** What cannot be left out, and as few others as the search finds. */
    private BitSet completed(BitSet needed, int... others) {
        var reason = (BitSet) needed.clone();
        int left = others.length;
        while (!isForced(reason)) {
            left = enough(reason, others, left) - 1;
            reason.set(others[left]);
        }
        return reason;
    }

    /** How many of the others, of whom all force the verdict together with the reason so far, do so too. */
    private int enough(BitSet reason, int[] others, int all) {
        int few = 0;
        int enough = all;
        while (few + 1 < enough) {
            int middle = (few + enough) >>> 1;
            var more = (BitSet) reason.clone();
            Arrays.stream(others, 0, middle).forEach(more::set);
            if (isForced(more)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }

    /** Whether the verdict is not forced without this answer, the others as they are and their questions asked. */
    private boolean isNeeded(int place) {
        Slot slot = evidence.given().get(place);
        if (slot.question() != null
                && ways.size() == 1
                && diagram.space().descendants().of(slot.question().path()).isEmpty()) {
            return !isIrrelevant(slot);
        }
        var others = new BitSet();
        others.set(0, evidence.given().size());
        others.clear(place);
        return !isForced(others);
    }

    private boolean isForced(BitSet kept) {
        return evidence.ways(kept).stream()
                .allMatch(way -> (new Restricted(diagram.verdicts(), way).possible() & ~possible) == 0);
    }
}
