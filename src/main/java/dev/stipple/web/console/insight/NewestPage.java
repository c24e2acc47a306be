package dev.stipple.web.console.insight;

import dev.stipple.web.console.VerdictMark;
import java.util.List;

/**
 * What the newest screenings tell when they are opened. No row stands for fewer than {@link Shared#FEWEST} of them.
 *
 * @param sample how many were opened
 * @param altered how many were passed over, as something else than the service changed them in the database
 * @param holding answers that held people back
 * @param deciding answers that decided alone
 * @param overrides the rules that had decided where somebody decided otherwise
 */
record NewestPage(
        int sample,
        int altered,
        List<RuleRow> rules,
        List<AnswerRow> holding,
        List<AnswerRow> deciding,
        List<OverrideRow> overrides,
        List<OutcomeRow> outcomes,
        Reasons reasons) {

    /** A rule and how often it fired. */
    record RuleRow(String id, String factor, String title, int count, double share) {}

    /** An answer and how many gave it who were held back, or on whom it decided alone. */
    record AnswerRow(String question, String answer, int count, double share) {}

    /** A rule that had decided, how often somebody decided on it, and how often otherwise. */
    record OverrideRow(String id, String factor, String title, int overruled, int decided, double share) {}

    /** A verdict of the rules, how often somebody decided on it, and how often otherwise. */
    record OutcomeRow(VerdictMark verdict, int decided, int overruled) {
        public int confirmed() {
            return decided - overruled;
        }

        public double share() {
            return NewestPage.share(overruled, decided);
        }
    }

    /** Why verdicts were overruled, and how often it was for what is too rare to be shown. */
    record Reasons(List<ReasonRow> rows, int rare) {
        static Reasons of(List<ReasonRow> rows, int all) {
            return new Reasons(
                    rows, all - rows.stream().mapToInt(ReasonRow::count).sum());
        }
    }

    /**
     * How often one verdict took the place of another for one reason.
     *
     * @param reason key of its words
     */
    record ReasonRow(VerdictMark from, VerdictMark to, String reason, int count, double share) {}

    /** In percent. */
    static double share(int count, int of) {
        return of == 0 ? 0 : 100.0 * count / of;
    }
}
