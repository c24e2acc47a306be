package dev.stipple.authoring.impact;

import java.util.ArrayList;
import java.util.List;

/** Which of some people get another verdict, laid out for reading. */
public record PeopleImpactText(PeopleImpact impact, String file) {
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(impact.moved().size() + " of " + impact.people() + " people get another verdict");
        impact.moved()
                .forEach(moved -> lines.add("  " + moved.move() + "  " + file + ":" + moved.line()
                        + (moved.id().isEmpty() ? "" : " " + moved.id())));
        impact.refused()
                .forEach(refused -> lines.add("  not read: " + file + ":" + refused.line() + ": " + refused.reason()));
        return List.copyOf(lines);
    }
}
