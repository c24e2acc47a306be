package dev.stipple.reasoning.diagram;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A rulebook compiled into one decision diagram over all complete answers. Safe to use from many threads. */
public final class Diagram {
    /** How many entries of a group may be there. */
    private static final int PLACES = 4;

    private static final int MOST_NODES = 2_000_000;

    private final Space space;
    private final Layout layout;
    private final VerdictDiagram verdicts;

    private Diagram(Space space, Layout layout, VerdictDiagram verdicts) {
        this.space = space;
        this.layout = layout;
        this.verdicts = verdicts;
    }

    /** Compiles rules; none where that would take too much. */
    public static Optional<Diagram> of(Rules all) {
        return of(all, MOST_NODES);
    }

    /** The same with another bound on the nodes. */
    static Optional<Diagram> of(Rules all, int most) {
        Rules rules = all.withoutPlan();
        var space = new Space(rules.questionnaire(), rules.conditions(), PLACES);
        try {
            var compiler = new Compiler(space, new Outcome(space, rules), rules, most);
            return Optional.of(new Diagram(space, compiler.layout(), compiler.diagram()));
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }

    /** How many nodes there are. */
    public int size() {
        return verdicts.size();
    }

    /** What answers leave open; none where only the solver can tell. */
    public Optional<Reading> of(Answers answers) {
        try {
            var evidence = new Evidence(space, layout, answers);
            List<long[]> ways = evidence.ways();
            return ways.size() == 1
                    ? Optional.of(new Reading(answers, evidence, new Restricted(verdicts, ways.get(0))))
                    : Optional.empty();
        } catch (Beyond e) {
            return Optional.empty();
        }
    }

    private Layout.Stretch stretch(Slot slot) {
        return slot.question() == null
                ? layout.of(space.entries(slot.group()))
                : layout.of(space.fact(slot).variable(slot.question()));
    }

    /** The diagram under one person's answers. For one thread. */
    public final class Reading {
        private final Answers answers;
        private final Evidence evidence;
        private final Restricted restricted;
        private final int possible;

        private Reading(Answers answers, Evidence evidence, Restricted restricted) {
            this.answers = answers;
            this.evidence = evidence;
            this.restricted = restricted;
            this.possible = restricted.possible();
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
            BitSet support = restricted.support();
            return answers.unanswered().stream()
                    .filter(slot -> {
                        Layout.Stretch stretch = stretch(slot);
                        int next = support.nextSetBit(stretch.from());
                        return next >= 0 && next < stretch.to();
                    })
                    .toList();
        }

        /**
         * The answered slots that could not have mattered, in the order of the questionnaire; empty where an answer tells of
         * another question, which other answers might then no longer do, or where only the solver can tell.
         */
        public Optional<List<Slot>> irrelevant() {
            if (evidence.isDemanding()) {
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
            Layout.Stretch stretch = stretch(slot);
            long[] others = Arrays.copyOfRange(layout.open(), stretch.from(), stretch.to());
            if (stretch.block() instanceof Block.Group group) {
                for (int place = 0; place < group.entries().places().size(); place++) {
                    others[group.entries().some().length + place] = 0b01;
                }
            }
            return restricted.isAlways(possible, stretch.from(), others);
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
            int[] last = IntStream.range(0, first.length)
                    .map(i -> first[first.length - 1 - i])
                    .toArray();
            BitSet reason = completed(needed, last);
            if (reason.cardinality() > needed.cardinality() + 1) {
                BitSet other = completed(needed, first);
                reason = other.cardinality() < reason.cardinality() ? other : reason;
            }
            return reason.stream().mapToObj(evidence.given()::get).toList();
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
                    && space.descendants().of(slot.question().path()).isEmpty()) {
                return !isIrrelevant(slot);
            }
            var others = new BitSet();
            others.set(0, evidence.given().size());
            others.clear(place);
            return !isForced(others);
        }

        private boolean isForced(BitSet kept) {
            return evidence.ways(kept).stream()
                    .allMatch(way -> (new Restricted(verdicts, way).possible() & ~possible) == 0);
        }
    }
}
