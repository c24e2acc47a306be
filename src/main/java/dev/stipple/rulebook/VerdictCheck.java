package dev.stipple.rulebook;

import dev.stipple.rule.Condition;
import dev.stipple.rulebook.dialect.Faults;
import dev.stipple.rulebook.dialect.RuleFile.Draft;
import java.util.Collection;

/** Holds rules of the plan to speak only once there is a verdict, which they recommend something upon. */
final class VerdictCheck {
    private VerdictCheck() {}

    /** Checks the rules of a factor that only recommends; where one could not be read, what it asks for is not known. */
    static void check(Collection<Draft> plan, Faults faults) {
        plan.stream()
                .filter(draft -> draft.sound() && !asksVerdict(draft.condition()))
                .forEach(draft -> faults.add(
                        draft.span().place(),
                        "no-verdict",
                        "a recommendation does not ask for the verdict",
                        "write Outcome( verdict in ( ... ) ) as a pattern of its own"));
    }

    /** Whether the condition holds only where the verdict is known. */
    private static boolean asksVerdict(Condition condition) {
        return condition.match(
                all -> all.parts().stream().anyMatch(VerdictCheck::asksVerdict),
                any -> any.parts().stream().allMatch(VerdictCheck::asksVerdict),
                matches -> false,
                exists -> false,
                notAny -> false,
                answered -> false,
                decided -> true);
    }
}
