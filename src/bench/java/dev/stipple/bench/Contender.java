package dev.stipple.bench;

import java.util.List;

/** A rule engine with the flat rules loaded; tells how many fired on a case, and knows which. */
interface Contender {
    /** A case in the form that this engine takes. */
    Object prepared(int[] values);

    /** How many rules fire. */
    int firing(Object prepared);

    /** The same case for every one of many cases. */
    default List<Object> prepared(List<int[]> cases) {
        return cases.stream().map(this::prepared).toList();
    }
}
