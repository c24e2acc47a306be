package dev.stipple.offline;

import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Countdown;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Objects;

/** Conditions as nested lists, the kind of a node first. */
final class Conditions {
    private Conditions() {}

    static List<Object> of(Condition condition) {
        return condition.match(
                all -> List.of("all", parts(all)),
                any -> List.of("any", parts(any)),
                matches -> List.of(
                        "match",
                        matches.pattern().group().id(),
                        of(matches.pattern().constraint()),
                        Objects.requireNonNullElse(matches.pattern().binding(), "")),
                exists -> pattern("some", exists.pattern()),
                notAny -> pattern("none", notAny.pattern()),
                answered -> List.of("answered", answered.group().id()),
                decided -> List.of(
                        "verdict",
                        decided.verdicts().stream().sorted().map(Verdict::name).toList()));
    }

    private static List<Object> parts(Condition condition) {
        return condition.parts().stream().<Object>map(Conditions::of).toList();
    }

    private static List<Object> pattern(String kind, Condition.Pattern pattern) {
        return List.of(kind, pattern.group().id(), of(pattern.constraint()));
    }

    static List<Object> of(Constraint constraint) {
        return constraint.match(
                all -> List.of("all", parts(all.parts())),
                any -> List.of("any", parts(any.parts())),
                comparison -> List.of(
                        comparison.operator().symbol(), comparison.question().id(), comparison.literals()));
    }

    private static List<Object> parts(List<Constraint> parts) {
        return parts.stream().<Object>map(Conditions::of).toList();
    }

    static List<Object> of(Countdown countdown) {
        return countdown.by() == null
                ? List.of(countdown.from(), countdown.unit().key())
                : List.of(
                        countdown.from(),
                        countdown.unit().key(),
                        countdown.by().id(),
                        Objects.requireNonNull(countdown.binding()));
    }
}
