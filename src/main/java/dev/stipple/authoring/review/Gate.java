package dev.stipple.authoring.review;

import dev.stipple.text.Fault;
import java.util.List;

/**
 * One thing that has to hold of changed rules.
 *
 * @param figure how it came out, in a few words
 * @param lines what does not hold, with people or scenarios that show it; none where it holds
 * @param faults the same by place
 */
record Gate(String name, boolean holds, String figure, List<String> lines, List<Fault> faults) {
    static Gate of(String name, String figure, List<String> lines, List<Fault> faults) {
        return new Gate(name, faults.isEmpty(), figure, lines, faults);
    }
}
