package dev.stipple.reasoning.diagram;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What answers say of the levels. An answer limits its own levels, and those of unanswered questions on which its own hangs,
 * since it was asked.
 */
final class Evidence {
    private static final int MOST_WAYS = 64;

    /** By level from one on, a bit for each value that it may have. */
    private static final class Limits {
        private final int from;
        private final long[] values;

        private Limits(int from, long... values) {
            this.from = from;
            this.values = values.clone();
        }

        private void on(long[] open) {
            for (int i = 0; i < values.length; i++) {
                open[from + i] &= values[i];
            }
        }
    }

    /**
     * What has to be said of another question, so that one is asked.
     *
     * @param answer the place of the other question's answer among the given ones, after which nothing has to be said; negative
     *     where there is none
     * @param ways of which one has to be
     * @param above what the other question needs
     */
    private record Demand(int answer, List<Limits> ways, List<Demand> above) {}

    /** What one answer says. */
    private record Said(List<Limits> limits, List<Demand> demands) {}

    private final Space space;
    private final Layout layout;
    private final Answers answers;
    private final List<Slot> given;
    private final IdentityHashMap<Variable, Integer> places = new IdentityHashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final long[] base;

    /** @throws Beyond where there are more entries than places */
    Evidence(Space space, Layout layout, Answers answers) {
        if (!space.fits(answers)) {
            throw new Beyond();
        }
        this.space = space;
        this.layout = layout;
        this.answers = answers;
        this.given = answers.slots().stream().filter(answers::isTold).toList();
        this.base = layout.open();
        for (Entries entries : space.entries()) {
            for (int place = answers.entries(entries.group()).size();
                    place < entries.places().size();
                    place++) {
                base[layout.of(entries).from() + entries.some().length + place] = 0b01;
            }
        }
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).question() != null) {
                places.put(variable(given.get(i)), i);
            }
        }
        given.forEach(slot -> said.add(said(slot)));
    }

    /** The answered slots, in the order of the questionnaire. */
    List<Slot> given() {
        return given;
    }

    /**
     * Whether an answer tells of another question, which is not answered, that it is as this one needs it, and with other
     * answers might no longer do so, or no longer be there.
     */
    boolean isWavering() {
        return IntStream.range(0, given.size())
                .filter(i -> said.get(i).demands().stream().anyMatch(demand -> demand.answer() < 0))
                .anyMatch(i -> given.get(i).group().repeats()
                        || said.get(i).demands().stream().anyMatch(Evidence::hangsOnAnswer));
    }

    private static boolean hangsOnAnswer(Demand demand) {
        return demand.answer() >= 0 || demand.above().stream().anyMatch(Evidence::hangsOnAnswer);
    }

    /** What all answers say; none where they exclude each other. */
    List<long[]> ways() {
        var all = new BitSet();
        all.set(0, given.size());
        return ways(all);
    }

    /**
     * What some of the answers say, by their places among the given ones: by level, a bit for each value that it may have.
     * Where that is one of several, what is possible in one of these ways is possible; no two have anything in common.
     *
     * @throws Beyond where there are very many ways
     */
    List<long[]> ways(BitSet kept) {
        List<long[]> ways = new ArrayList<>(List.of(base.clone()));
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            Said each = said.get(i);
            for (Limits limits : each.limits()) {
                ways.forEach(limits::on);
            }
            ways = demanded(each.demands(), kept, ways);
        }
        // Where nothing is left of a level, answers exclude each other: that is no way, also where no path meets the
        // level.
        return ways.stream()
                .filter(way -> Arrays.stream(way).allMatch(values -> values != 0))
                .toList();
    }

    private static List<long[]> demanded(List<Demand> demands, BitSet kept, List<long[]> before) {
        List<long[]> ways = before;
        for (Demand demand : demands) {
            if (demand.answer() < 0 || !kept.get(demand.answer())) {
                ways = demanded(demand.above(), kept, forked(demand.ways(), ways));
            }
        }
        return ways;
    }

    private static List<long[]> forked(List<Limits> some, List<long[]> before) {
        if (some.size() == 1) {
            before.forEach(some.get(0)::on);
            return before;
        }
        if (some.size() * before.size() > MOST_WAYS) {
            throw new Beyond();
        }
        var ways = new ArrayList<long[]>();
        for (long[] way : before) {
            for (Limits limits : some) {
                long[] limited = way.clone();
                limits.on(limited);
                ways.add(limited);
            }
        }
        return ways;
    }

    private Said said(Slot slot) {
        Group group = slot.group();
        Question.Closed question = slot.question();
        if (question == null) {
            return new Said(group(space.entries(group), answers.entries(group).size()), List.of());
        }
        var limits = new ArrayList<Limits>();
        Layout.Stretch stretch = layout.of(variable(slot));
        limits.add(new Limits(
                stretch.from(),
                answers.value(slot)
                        .map(stretch.block()::values)
                        .orElseGet(() -> stretch.block().among(answers.chosen(slot)))));
        if (group.repeats()) {
            Entries entries = space.entries(group);
            limits.add(new Limits(layout.of(entries).from() + entries.some().length + slot.entry(), 0b10));
        }
        return new Said(limits, demands(slot));
    }

    private Variable variable(Slot slot) {
        return space.fact(slot).variable(Objects.requireNonNull(slot.question()));
    }

    private List<Limits> group(Entries entries, int size) {
        long[] limits = new long[entries.some().length + size];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = i < entries.some().length ? 0b01 : 0b10;
        }
        return List.of(new Limits(layout.of(entries).from(), limits));
    }

    /** Whether what is known of another answer is enough for a question to be asked. */
    private boolean isMet(Requirement requirement, Slot home) {
        return answers.value(home).isPresent()
                || requirement.acceptsAny(answers.chosen(home)).orElse(false);
    }

    private List<Demand> demands(Slot slot) {
        var demands = new ArrayList<Demand>();
        Question.Closed question = slot.question();
        for (Requirement requirement : question == null ? List.<Requirement>of() : question.askedWhen()) {
            Question.Closed other = answers.questionnaire().required(requirement);
            boolean own = other.group().equals(slot.group().id());
            Group group = own
                    ? slot.group()
                    : answers.questionnaire().group(other.group()).orElseThrow();
            var home = new Slot(group, own ? slot.entry() : 0, other);
            Layout.Stretch stretch = layout.of(variable(home));
            demands.add(new Demand(
                    isMet(requirement, home) ? Objects.requireNonNull(places.get(variable(home))) : -1,
                    stretch.block().fulfilling(requirement).stream()
                            .map(values -> new Limits(stretch.from(), values))
                            .toList(),
                    demands(home)));
        }
        return demands;
    }
}
