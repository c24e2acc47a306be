package dev.stipple.rule;

import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a rulebook's short answer says.
 *
 * @param kinds names of the kinds of steps by their keys, in the order in which steps are taken
 * @param waits the kind that tells the longest wait; empty where there is none
 * @param onTheWay the kinds of steps that lead nowhere for whom it does not suit
 * @param reasons one line on a finding, by the id of its rule; an answer's place in it is its question's id in braces
 * @param selfAssessed questions, as {@code group.question}, whose answers a person estimates
 * @param timeline what happens when, for whom it suits
 * @param common for how many in a thousand people a rule fires, by its id; as counted among made-up people
 */
public record SummaryTexts(
        Map<String, Wording> kinds,
        String waits,
        Set<String> onTheWay,
        Map<String, Wording> reasons,
        List<Step> steps,
        Set<String> selfAssessed,
        Map<String, Integer> common,
        List<Moment> timeline) {
    private static final int EVERYBODY = 1000;

    /** An answer's place in a line; its group 1 is the question's id. */
    public static final Pattern ANSWER = Pattern.compile("\\{(\\w+)\\}");

    /**
     * Something to do.
     *
     * @param rules ids of those that call for it when they fire
     */
    public record Step(String kind, List<String> rules, Wording text) {}

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
