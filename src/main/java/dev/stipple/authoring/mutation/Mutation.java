package dev.stipple.authoring.mutation;

import dev.stipple.rule.Rule;
import dev.stipple.rule.Span;
import dev.stipple.text.RulesFolder;

/**
 * A small change to one rule, made by splicing its text, so that lines and comments stay.
 *
 * @param span what is replaced; the whole rule where it is dropped
 */
record Mutation(Rule rule, Kind kind, Span span, String replacement) {
    /** What is changed. */
    enum Kind {
        OPERATOR,
        THRESHOLD,
        OPTION,
        EFFECT,
        CONDITION,
        RULE
    }

    boolean dropsRule() {
        return kind == Kind.RULE;
    }

    /** The rule's text after the change. */
    String ruleText(RulesFolder folder) {
        String text = folder.text(span.file());
        return text.substring(rule.span().start(), span.start())
                + replacement
                + text.substring(span.end(), rule.span().end());
    }

    /** What changes, as in {@code '< 6' becomes '<= 6'}. */
    String what(RulesFolder folder) {
        if (dropsRule()) {
            return "the rule is dropped";
        }
        String old = span.in(folder.text(span.file())).strip();
        return replacement.isBlank() ? "'" + old + "' is dropped" : "'" + old + "' becomes '" + replacement + "'";
    }

    /** Why it makes no difference, where it is proved that it makes none. */
    String whyEquivalent() {
        return switch (kind) {
            case EFFECT -> "whoever it fires for gets the same verdict by other rules";
            case RULE -> "it never fires";
            default -> "it fires for the same people, whatever is answered";
        };
    }

    /** The changed line as it would be; of a dropped rule, its first as it is. */
    String line(RulesFolder folder) {
        String text = folder.text(span.file());
        String changed = dropsRule() ? text : span.replace(text, replacement);
        int begin = changed.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
        int end = changed.indexOf('\n', span.start());
        return changed.substring(begin, end < begin ? changed.length() : end).strip();
    }
}
