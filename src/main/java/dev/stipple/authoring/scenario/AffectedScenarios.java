package dev.stipple.authoring.scenario;

import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which scenarios a save may have affected: those of the changed files, and those in which other rules fire.
 *
 * @param before the rules as they were when all was well; null where there is no such state
 */
public record AffectedScenarios(@Nullable Contents before) {

    public List<Scenario> affected(Contents now, Scenarios scenarios) {
        if (before == null || !before.questionnaire().equals(now.questionnaire())) {
            return scenarios.all();
        }
        Contents old = before;
        Set<String> factors = changed(old.folder(), now.folder());
        return scenarios.all().stream()
                .filter(scenario -> factors.contains(scenario.factor()) || differs(old, now, scenario))
                .toList();
    }

    private static Set<String> changed(RulesFolder before, RulesFolder now) {
        return Stream.concat(before.texts().keySet().stream(), now.texts().keySet().stream())
                .filter(file -> !before.text(file).equals(now.text(file)))
                .map(RulesFolder::factor)
                .collect(Collectors.toSet());
    }

    private static boolean differs(Contents before, Contents now, Scenario scenario) {
        return !fired(before, scenario).equals(fired(now, scenario));
    }

    private static List<String> fired(Contents contents, Scenario scenario) {
        return Evaluated.of(contents, scenario.answers()).fired().stream()
                .map(Rule::id)
                .toList();
    }
}
