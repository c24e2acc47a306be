package dev.stipple.reasoning.formula;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fewest of some parts that have to go so that the rest no longer forces something: a smallest correction set, found as a
 * smallest hitting set of irreducible cores (Reiter, "A theory of diagnosis from first principles", 1987).
 */
public final class CorrectionSet {
    /** Parts that together force something, numbered from zero. */
    public interface Forcing {
        int count();

        boolean isForced(BitSet kept);

        /** Of parts that force it, some that do so too and none of which can be left out. */
        BitSet core(BitSet kept);
    }

    private static final Comparator<BitSet> IN_ORDER = (one, other) -> {
        var differing = (BitSet) one.clone();
        differing.xor(other);
        int first = differing.nextSetBit(0);
        return first < 0 ? 0 : one.get(first) ? -1 : 1;
    };

    private CorrectionSet() {}

    /**
     * The smallest correction set; where several are as small, the one whose first part comes first, so that it hangs on
     * nothing but the parts.
     *
     * @param most how many parts there may be; none is found where it takes more, or nothing has to be forced by a part
     */
    public static BitSet of(Forcing forcing, int most) {
        var cores = new HittingSets();
        while (true) {
            Optional<BitSet> wrong =
                    cores.smallest(most).stream().map(CorrectionSet::bits).min(IN_ORDER);
            if (wrong.isEmpty()) {
                return new BitSet();
            }
            var rest = new BitSet();
            rest.set(0, forcing.count());
            rest.andNot(wrong.get());
            if (!forcing.isForced(rest)) {
                return wrong.get();
            }
            BitSet core = forcing.core(rest);
            if (core.isEmpty()) {
                return new BitSet();
            }
            cores.add(core.stream().boxed().collect(Collectors.toSet()));
        }
    }

    private static BitSet bits(Set<Integer> set) {
        var bits = new BitSet();
        set.forEach(bits::set);
        return bits;
    }
}
