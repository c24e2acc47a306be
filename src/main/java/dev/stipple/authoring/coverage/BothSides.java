package dev.stipple.authoring.coverage;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for answers on which two conditions come out differently.
 *
 * @param changed null where nothing is left of the condition
 */
public record BothSides(
        ScenarioSearch steering,
        Condition original,
        @Nullable Condition changed) {

    /** Proposals near these answers: to be verified. */
    public Stream<Answers> near(Answers answers) {
        Stream<Answers> asTheyAre = Stream.of(answers);
        if (changed == null) {
            return Stream.concat(asTheyAre, steering.hold(original, answers));
        }
        List<Pattern> before = original.patterns().toList();
        List<Pattern> after = changed.patterns().toList();
        Stream<Answers> ways = before.size() == after.size()
                ? Stream.concat(apart(original, before, after, answers), apart(changed, before, after, answers))
                : without(answers);
        return Stream.of(asTheyAre, ways, steering.hold(original, answers), steering.hold(changed, answers))
                .flatMap(each -> each);
    }

    /** Where the other patterns hold, entries that only one of two patterns lets pass. */
    private Stream<Answers> apart(Condition goal, List<Pattern> before, List<Pattern> after, Answers answers) {
        return steering.hold(goal, answers)
                .limit(4)
                .flatMap(way -> IntStream.range(0, before.size())
                        .boxed()
                        .filter(index -> !before.get(index)
                                .constraint()
                                .equals(after.get(index).constraint()))
                        .flatMap(index -> apart(before.get(index), after.get(index), way)));
    }

    private Stream<Answers> apart(Pattern before, Pattern after, Answers answers) {
        var more = after.constraint().comparisons().toList();
        return Stream.of(true, false)
                .flatMap(first -> steering.some(before, entry -> differ(before, after, entry, first), more, answers));
    }

    private static boolean differ(Pattern before, Pattern after, Entry entry, boolean first) {
        return before.constraint().holds(entry) == first && after.constraint().holds(entry) != first;
    }

    /** Where what is left holds, a part that was dropped does not. */
    private Stream<Answers> without(Answers answers) {
        Condition left = changed == null ? original : changed;
        return steering.hold(left, answers)
                .limit(4)
                .flatMap(way -> original.nodes()
                        .filter(node -> node.parts().isEmpty())
                        .flatMap(node -> steering.fail(node, way)));
    }
}
