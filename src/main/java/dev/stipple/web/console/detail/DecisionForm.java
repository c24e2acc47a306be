package dev.stipple.web.console.detail;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Decision.Fault;
import dev.stipple.screening.kept.Decision.Kind;
import dev.stipple.screening.kept.Decision.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant enters to decide.
 *
 * @param version the one that they saw
 * @param verdict counts only for overruling
 * @param mail whether the person is told by mail, where they agreed to it
 */
record DecisionForm(
        int version,
        @Nullable Kind kind,
        @Nullable Verdict verdict,
        @Nullable Reason reason,
        String note,
        boolean mail) {
    static DecisionForm blank(int version) {
        return new DecisionForm(version, null, null, null, "", true);
    }

    DecisionForm at(int newer) {
        return new DecisionForm(newer, kind, verdict, reason, note, mail);
    }

    /** The verdict to keep: only where somebody overrules. */
    @Nullable
    Verdict overruling() {
        return kind == Kind.OVERRULE ? verdict : null;
    }

    @Nullable
    String noteIfAny() {
        return note.isBlank() ? null : note.strip();
    }

    /** Key of what is missing beside the verdict of the rules; null where nothing is. */
    @Nullable
    String fault(Verdict ofRules) {
        if (kind == null) {
            return "decide.fault.kind";
        }
        if (reason == null) {
            return "decide.fault.reason";
        }
        Fault fault = Decision.fault(ofRules, kind, overruling(), reason, noteIfAny());
        return fault == null
                ? null
                : switch (fault) {
                    case OPEN -> "decide.fault.kind";
                    case NO_VERDICT, SAME_VERDICT, VERDICT -> "decide.fault.verdict";
                    case NO_REASON -> "decide.fault.note";
                    case NO_QUESTION -> "decide.fault.question";
                    case LONG_NOTE -> "decide.fault.long";
                };
    }
}
