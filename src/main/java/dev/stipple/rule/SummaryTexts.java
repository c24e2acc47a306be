package dev.stipple.rule;

import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rulebook's short answer says.
 *
 * @param kinds names of the kinds of steps by their keys, in the order in which steps are taken
 * @param waits the kind that tells the longest wait; empty where there is none
 * @param due which kinds of steps are kept in mind once somebody's answers are kept
 * @param onTheWay the kinds of steps that lead nowhere for whom it does not suit
 * @param reasons one line on a finding, by the id of its rule; an answer's place in it is its question's id in braces
 * @param selfAssessed questions, as {@code group.question}, whose answers a person estimates
 * @param timeline what happens when, for whom it suits
 * @param letter what is written to doctors; null where nothing is
 * @param common for how many in a thousand people a rule fires, by its id; as counted among made-up people
 */
public record SummaryTexts(
        Map<String, Wording> kinds,
        String waits,
        Map<String, Deadline> due,
        Set<String> onTheWay,
        Map<String, Wording> reasons,
        List<Step> steps,
        Set<String> selfAssessed,
        @Nullable Letter letter,
        Map<String, Integer> common,
        List<Moment> timeline) {
    private static final int EVERYBODY = 1000;

    /** An answer's place in a line; its group 1 is the question's id. */
    public static final Pattern ANSWER = Pattern.compile("\\{([^{}]*)\\}");

    /**
     * Something to do.
     *
     * @param rules ids of those that call for it when they fire
     */
    public record Step(String kind, List<String> rules, Wording text) {}

    /**
     * What is written to a doctor.
     *
     * @param kind the kind of steps that doctors are written to for
     * @param about what is asked about, as a doctor has to know it
     * @param planned what would be done
     */
    public record Letter(String kind, Wording about, Wording planned) {}

    /**
     * By when a step should be done.
     *
     * @param name what such a step is called, in a word
     * @param days how many days it should take at most; a wait takes its own time
     */
    public record Deadline(Wording name, int days) {}

    /**
     * Something that happens at a time.
     *
     * @param days how long after the moment before; the first follows the longest wait
     * @param kind the kind of step that it belongs to, without which it is left out; empty where it always happens
     */
    public record Moment(Wording text, int days, String kind) {}

    /** For how many in a thousand people a rule fires; for all where nobody has counted. */
    public int perMille(Rule rule) {
        return common.getOrDefault(rule.id(), EVERYBODY);
    }
}
