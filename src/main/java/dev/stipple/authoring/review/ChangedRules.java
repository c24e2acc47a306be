package dev.stipple.authoring.review;

import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which rules are others, by their ids: in their condition, effect, words of any language, sources or notes.
 *
 * @param added in the order in which they stand, as the others
 * @param changed as they are now
 * @param removed as they were
 * @param deciding those of the added and changed ones that fire for others, or to another effect
 */
record ChangedRules(List<Rule> added, List<Rule> changed, List<Rule> removed, List<Rule> deciding) {
    static ChangedRules between(Contents before, Contents after) {
        return new ChangedRules(
                those(after, rule -> before.rule(rule.id()).isEmpty()),
                those(
                        after,
                        rule -> before.rule(rule.id())
                                .filter(old -> !said(before, old).equals(said(after, rule)))
                                .isPresent()),
                those(before, rule -> after.rule(rule.id()).isEmpty()),
                those(
                        after,
                        rule -> before.rule(rule.id())
                                .filter(old -> decides(before, old).equals(decides(after, rule)))
                                .isEmpty()));
    }

    private static List<Rule> those(Contents contents, Predicate<Rule> wanted) {
        return contents.rules().stream().filter(wanted).toList();
    }

    /** For whom it fires, and to what effect. */
    private static List<Object> decides(Contents contents, Rule rule) {
        String text = text(contents, rule);
        return List.of(text.substring(text.indexOf("\nwhen")), Optional.ofNullable(rule.effect()));
    }

    /** All that a rule says, wherever it stands. */
    private static List<Object> said(Contents contents, Rule rule) {
        return List.of(
                text(contents, rule),
                rule.factor(),
                Optional.ofNullable(rule.effect()),
                rule.title(),
                rule.because(),
                rule.sources(),
                rule.otherwise(),
                rule.notes());
    }

    private static String text(Contents contents, Rule rule) {
        return rule.span().in(contents.folder().text(rule.span().file()));
    }
}
