package dev.stipple.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleContext;

/** What rules add to when they fire; the global {@code findings} of every rule file. */
public final class Findings {
    /** A rule that fired: its name, the facts it matched, and the wait it names. */
    record Fired(String rule, List<Object> facts, @Nullable Wait delay) {}

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
        Match match = ((RuleContext) drools).getMatch();
        all.add(new Fired(match.getRule().getName(), List.copyOf(match.getObjects()), wait));
    }
}
