package dev.stipple.reasoning.change;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.outlook.Completions;
import dev.stipple.reasoning.outlook.Workspaces;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would change the verdict: the smallest sets of answers that the person can change and that lead to a milder one.
 * Safe to use from many threads.
 */
public final class CounterfactualEngine {
    /**
     * One answer that would have to be another one.
     *
     * @param to of a number, the smallest growth that does it
     */
    public record Changed(Slot slot, Value from, Value to) {}

    /**
     * Answers to change together.
     *
     * @param changes in the order of the questionnaire
     * @param verdict the mildest verdict that they can lead to
     * @param open questions that are then asked and open, and may be answered in any way: the example says in which
     * @param example all answers with which it is reached, as they were run through Drools
     */
    public record ChangeSet(List<Changed> changes, Verdict verdict, List<Slot> open, Answers example) {}

    /**
     * Every smallest set of changes.
     *
     * @param verdict the verdict as it is
     * @param sets all of one size, the mildest verdict first, then in the order of the questionnaire
     * @param proved where there are no sets: whether it is proved that there is no way
     * @param cut whether there are more sets than these
     * @param complete whether the search came to its end; otherwise the sets are those found in the time there was, and
     *     nothing is claimed of others
     */
    public record Result(Verdict verdict, List<ChangeSet> sets, boolean proved, boolean cut, boolean complete) {}

    private final Workspaces workspaces;
    private final RuleRunner drools;
    private final @Nullable Duration time;

    public CounterfactualEngine(Rulebook rulebook) {
        this(Rules.of(rulebook), RuleRunner.of(rulebook), null);
    }

    /** Counterfactuals that are searched for this long at most. */
    public CounterfactualEngine(Rulebook rulebook, Duration time) {
        this(Rules.of(rulebook), RuleRunner.of(rulebook), time);
    }

    public CounterfactualEngine(Rules rules, RuleRunner drools, @Nullable Duration time) {
        this.workspaces = new Workspaces(rules);
        this.drools = drools;
        this.time = time;
    }

    /** The smallest sets of changes that lead to any milder verdict; none while the verdict is not decided. */
    public Result of(Answers answers) {
        return of(answers, Verdict.SUITABLE_WITH_CONDITIONS, true);
    }

    /** The smallest sets of changes that lead to a verdict at least as mild as this one. */
    public Result towards(Answers answers, Verdict verdict) {
        return of(answers, verdict, false);
    }

    private Result of(Answers answers, Verdict wanted, boolean any) {
        Answers applicable = answers.applicable();
        return workspaces.with(Space.mostEntries(answers), workspace -> {
            Set<Verdict> possible = new Completions(workspace, applicable).possible();
            if (possible.size() != 1 || possible.contains(Verdict.UNDECIDED)) {
                return new Result(Verdict.UNDECIDED, List.of(), false, false, true);
            }
            Verdict verdict = possible.iterator().next();
            Deadline deadline = time == null ? Deadline.NONE : Deadline.in(time);
            return new CounterfactualSearch(workspace, applicable, drools, verdict, any ? null : wanted, deadline)
                    .result();
        });
    }
}
