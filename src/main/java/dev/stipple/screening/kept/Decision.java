package dev.stipple.screening.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.rule.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant decided. The verdict of the rules stays beside it.
 *
 * @param revision the number of the revision that was decided on
 * @param verdict that of the consultant; null where it was sent back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        int number,
        Instant at,
        String actor,
        int revision,
        Kind kind,
        @Nullable Verdict verdict,
        Reason reason,
        @Nullable String note) {
    /** How many characters a note may have. */
    public static final int LONGEST_NOTE = 4_000;

    /** Why something cannot be decided. */
    public enum Fault {
        /** There is no verdict to confirm. */
        OPEN,
        NO_VERDICT,
        /** The verdict that was to stand instead is that of the rules. */
        SAME_VERDICT,
        /** A verdict belongs to overruling alone. */
        VERDICT,
        /** What the other reason is. */
        NO_REASON,
        /** What the person is asked. */
        NO_QUESTION,
        LONG_NOTE
    }

    /** Something that cannot be decided. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        public Invalid(Fault fault) {
            super("this cannot be decided: " + fault);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /**
     * Why something cannot be decided; null where it can.
     *
     * @param ofRules the verdict of the rules
     */
    public static @Nullable Fault fault(
            Verdict ofRules, Kind kind, @Nullable Verdict verdict, Reason reason, @Nullable String note) {
        boolean silent = note == null || note.isBlank();
        if (kind == Kind.CONFIRM && ofRules == Verdict.UNDECIDED) {
            return Fault.OPEN;
        }
        if (kind != Kind.OVERRULE && verdict != null) {
            return Fault.VERDICT;
        }
        if (kind == Kind.OVERRULE && (verdict == null || verdict == Verdict.UNDECIDED)) {
            return Fault.NO_VERDICT;
        }
        if (kind == Kind.OVERRULE && verdict == ofRules) {
            return Fault.SAME_VERDICT;
        }
        if (kind == Kind.SEND_BACK && silent) {
            return Fault.NO_QUESTION;
        }
        if (reason == Reason.OTHER && silent) {
            return Fault.NO_REASON;
        }
        return note != null && note.length() > LONGEST_NOTE ? Fault.LONG_NOTE : null;
    }

    /** What can be decided. */
    public enum Kind {
        CONFIRM,
        OVERRULE,
        SEND_BACK
    }

    /** Why. */
    public enum Reason {
        AGREED,
        SEEN_IN_PERSON,
        LETTER_FROM_DOCTOR,
        ANSWER_WRONG,
        ANSWER_MISSING,
        RULE_TOO_STRICT,
        RULE_TOO_MILD,
        WISH_OF_PERSON,
        OTHER
    }

    /** Never the note, so that it does not end in a log. */
    @Override
    public String toString() {
        return kind + " by " + actor;
    }
}
