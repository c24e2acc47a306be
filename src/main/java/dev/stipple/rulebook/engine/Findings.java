package dev.stipple.rulebook.engine;

import dev.stipple.rule.Wait;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleContext;

/** What rules add to when they fire; the global {@code findings} of every rule file. */
public final class Findings {
    /** A rule that fired, and the wait it names; to be read while its session is open. */
    public record Fired(Match match, @Nullable Wait delay) {
        /** The name of the rule. */
        public String rule() {
            return match.getRule().getName();
        }

        /** The facts that it matched. */
        public List<Object> facts() {
            return match.getObjects();
        }
    }

    private final List<Fired> all = new ArrayList<>();

    Findings() {}

    /** Adds the rule that is firing. */
    public void add(Drools drools) {
        record(drools, null);
    }

    /** Adds the rule that is firing, and how long to wait. */
    public void add(Drools drools, Wait wait) {
        record(drools, wait);
    }

    public static Wait waitDays(int days) {
        return new Wait(days, Wait.Unit.DAYS);
    }

    public static Wait waitWeeks(int weeks) {
        return new Wait(weeks, Wait.Unit.WEEKS);
    }

    public static Wait waitMonths(int months) {
        return new Wait(months, Wait.Unit.MONTHS);
    }

    List<Fired> all() {
        return all;
    }

    private void record(Drools drools, @Nullable Wait wait) {
        all.add(new Fired(((RuleContext) drools).getMatch(), wait));
    }
}
