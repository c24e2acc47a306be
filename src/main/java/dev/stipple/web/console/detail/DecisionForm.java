package dev.stipple.web.console.detail;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision.Kind;
import dev.stipple.screening.kept.Decision.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant enters to decide.
 *
 * @param version the one that they saw
 * @param verdict counts only for overruling
 */
record DecisionForm(
        int version,
        @Nullable Kind kind,
        @Nullable Verdict verdict,
        @Nullable Reason reason,
        String note) {
    static final int LONGEST_NOTE = 4_000;

    static DecisionForm blank(int version) {
        return new DecisionForm(version, null, null, null, "");
    }

    DecisionForm at(int newer) {
        return new DecisionForm(newer, kind, verdict, reason, note);
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
        if (kind == null || (kind == Kind.CONFIRM && ofRules == Verdict.UNDECIDED)) {
            return "decide.fault.kind";
        }
        if (kind == Kind.OVERRULE && (verdict == null || verdict == Verdict.UNDECIDED || verdict == ofRules)) {
            return "decide.fault.verdict";
        }
        if (reason == null) {
            return "decide.fault.reason";
        }
        if (reason == Reason.OTHER && note.isBlank()) {
            return "decide.fault.note";
        }
        if (kind == Kind.SEND_BACK && note.isBlank()) {
            return "decide.fault.question";
        }
        return note.length() > LONGEST_NOTE ? "decide.fault.long" : null;
    }
}
