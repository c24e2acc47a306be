package dev.stipple.reasoning;

import dev.stipple.questionnaire.Answers;
import dev.stipple.rulebook.Finding;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.rulebook.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What hangs on sources that another source contradicts. A rule that is left out has no effect, but its factor has still
 * spoken: leaving out an objection must not make a factor silent.
 */
public final class Disputed {
    /**
     * A finding that another source contradicts.
     *
     * @param without the verdicts that are possible without this one
     */
    public record Contested(Finding finding, Set<Verdict> without) {}

    /**
     * What hangs on contradicted sources.
     *
     * @param verdicts the verdicts that are possible with all rules
     * @param without the verdicts that are possible without any rule that another source contradicts
     */
    public record View(Set<Verdict> verdicts, Set<Verdict> without, List<Contested> findings) {
        public boolean verdictHangsOnIt() {
            return !verdicts.equals(without);
        }
    }

    private static final int FEW_ENTRIES = 2;

    private final Rulebook rulebook;
    private Switchboard switchboard;

    public Disputed(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.switchboard = new Switchboard(Rules.of(rulebook).withoutPlan(), FEW_ENTRIES);
    }

    /** What of the verdict on these answers hangs on contradicted sources. */
    public synchronized View of(Answers answers) {
        Answers applicable = answers.applicable();
        if (!switchboard.space.fits(applicable)) {
            switchboard = new Switchboard(Rules.of(rulebook).withoutPlan(), 2 * Space.mostEntries(applicable));
        }
        Set<String> all = switchboard.off.keySet();
        var contested = new ArrayList<Contested>();
        for (Finding finding : rulebook.findings(applicable)) {
            if (all.contains(finding.rule().id())) {
                Set<Verdict> without =
                        switchboard.possible(applicable, Set.of(finding.rule().id()));
                contested.add(new Contested(finding, without));
            }
        }
        return new View(
                switchboard.possible(applicable, Set.of()),
                switchboard.possible(applicable, all),
                List.copyOf(contested));
    }

    /** The rules with a switch at each that another source contradicts. */
    private static final class Switchboard {
        private final Space space;
        private final Map<String, Integer> off = new HashMap<>();
        private final Outcome outcome;
        private final Solver solver;

        Switchboard(Rules rules, int places) {
            this.space = new Space(rules.questionnaire(), rules.conditions(), places);
            rules.all().stream()
                    .filter(rule -> !rule.otherwise().isEmpty())
                    .forEach(rule -> off.put(rule.id(), space.formula().variable()));
            this.outcome = new Outcome(space, rules, off);
            this.solver = new Solver(space.formula());
        }

        /** The verdicts that are possible with some rules left out. */
        Set<Verdict> possible(Answers answers, Set<String> out) {
            List<Integer> switches = off.entrySet().stream()
                    .map(each -> out.contains(each.getKey()) ? each.getValue() : Formula.not(each.getValue()))
                    .toList();
            Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
            for (Verdict verdict : Verdict.values()) {
                var assumptions = new ArrayList<>(
                        Completions.all(space.given(answers), space.unused(answers), List.of(outcome.is(verdict))));
                assumptions.addAll(switches);
                if (solver.solve(assumptions)) {
                    possible.add(verdict);
                }
            }
            return Collections.unmodifiableSet(possible);
        }
    }
}
