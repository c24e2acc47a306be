package dev.stipple.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.store.audit.AuditEntry.Action;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What many screenings tell together. */
@Tag("whole")
class InsightTest extends ConsoleTest {
    private static final String SUMS = "/console/insight";
    private static final String NEWEST = "/console/insight/newest";

    @Autowired
    InsightTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void whatCameInAndWasDecidedThisWeekIsCounted() {
        var consultant = consultant().open(SUMS);
        int mix = number(consultant, "mix tr:last-child td:last-child");
        int received = number(consultant, "flow tr:last-child td:nth-child(2)");
        int decided = number(consultant, "flow tr:last-child td:nth-child(3)");
        int undecided = number(consultant, "flow tr:last-child td:last-child");
        int sent = number(consultant, "funnel tr:nth-child(2) td:last-child");
        int seen = number(consultant, "funnel tr:nth-child(3) td:last-child");

        clinic.keep("man-recent-transplant", "Rosalind");
        decide(clinic.keep("man-recent-transplant", "Orlando"), Decision.Kind.CONFIRM, null, Decision.Reason.AGREED);

        consultant.open(SUMS);
        assertThat(number(consultant, "mix tr:last-child td:last-child")).isEqualTo(mix + 2);
        assertThat(number(consultant, "flow tr:last-child td:nth-child(2)")).isEqualTo(received + 2);
        assertThat(number(consultant, "flow tr:last-child td:nth-child(3)")).isEqualTo(decided + 1);
        assertThat(number(consultant, "flow tr:last-child td:last-child")).isEqualTo(undecided + 1);
        assertThat(number(consultant, "funnel tr:nth-child(2) td:last-child")).isEqualTo(sent + 2);
        assertThat(number(consultant, "funnel tr:nth-child(3) td:last-child")).isEqualTo(seen + 1);
        assertThat(consultant.document().select("caption")).hasSize(4);
        assertThat(consultant.text("#main")).doesNotContain("Rosalind").contains("after 30 days");
    }

    @Test
    void sumsOpenNobodyAndTheNewestAreNotedAsRead() {
        var consultant = consultant();
        var kept = clinic.keep("man-sixteen", "Celia");

        consultant.open(SUMS);
        assertThat(noted(kept)).doesNotContain(Action.LISTED);
        consultant.open(NEWEST);

        assertThat(noted(kept)).contains(Action.LISTED);
    }

    @Test
    void rulesAnswersAndOverridesAreCountedWithoutNames() {
        for (int each = 0; each < 4; each++) {
            overrule(clinic.keep("man-recent-transplant", "Rosalind"));
        }
        assertThat(table(consultant().open(NEWEST), "reasons")).doesNotContain("A rule is too mild here");

        overrule(clinic.keep("man-recent-transplant", "Rosalind"));

        var consultant = consultant().open(SUMS).follow("What the newest screenings say");
        assertThat(table(consultant, "reasons")).contains("↻ Not yet", "Not suitable", "A rule is too mild here", "5");
        assertThat(table(consultant, "outcomes")).contains("↻ Not yet");
        assertThat(table(consultant, "rules")).contains("TRA-02");
        assertThat(table(consultant, "answers")).contains("How many months ago was it?");
        assertThat(table(consultant, "deciding")).contains("How many months ago was it? a number");
        assertThat(table(consultant, "overrides")).contains("TRA-02");
        assertThat(consultant.text("main"))
                .contains("fewer than five screenings share")
                .doesNotContain("Rosalind", "somebody-who-decides");
        assertThat(consultant.document().select("svg rect")).isNotEmpty();
    }

    @Test
    void howLongAFirstDecisionTookIsSaidInDays() {
        var kept = clinic.keep("man-recent-transplant", "Touchstone", Duration.ofDays(3));
        decide(kept, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED);

        var consultant = consultant().open(SUMS);

        assertThat(consultant.text("table[aria-labelledby=waited] tbody tr:first-child"))
                .matches("the last 12 weeks \\d+ \\d+\\.\\d \\d+\\.\\d");
    }

    private void overrule(Screening kept) {
        decide(kept, Decision.Kind.OVERRULE, Verdict.NOT_SUITABLE, Decision.Reason.RULE_TOO_MILD);
    }

    private void decide(Screening kept, Decision.Kind kind, @Nullable Verdict verdict, Decision.Reason reason) {
        screenings.decide(kept.reference(), kept.version(), kind, verdict, reason, null, "somebody-who-decides");
    }

    private List<Action> noted(Screening kept) {
        return audit.latest(Long.MAX_VALUE, 50).stream()
                .filter(each -> each.subject().equals(kept.reference().code())
                        || each.detail().contains(kept.reference().code()))
                .map(each -> each.action())
                .toList();
    }

    private static int number(Consultant consultant, String cell) {
        return Integer.parseInt(consultant.text("table[aria-labelledby=" + cell.replaceFirst(" ", "] tbody ")));
    }

    private static String table(Consultant consultant, String id) {
        return consultant.text("table[aria-labelledby=" + id + "]");
    }
}
