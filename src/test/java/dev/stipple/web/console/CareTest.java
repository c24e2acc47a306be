package dev.stipple.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import dev.stipple.screening.kept.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who looks after whom, as consultants share a queue. */
@Tag("whole")
class CareTest extends ConsoleTest {
    private final Accounts accounts;

    @Autowired
    CareTest(ApplicationContext context, Accounts accounts) {
        super(context);
        this.accounts = accounts;
    }

    @Test
    void whoTakesAPersonFindsThemAmongTheirOwn() {
        var kept = clinic.keep("man-recent-transplant", "Leopoldina");
        var consultant = consultant().open(page(kept));

        consultant.press("Take it");

        assertThat(consultant.text(".care")).contains("You do").doesNotContain("Take it");
        assertThat(consultant.text("[role=status]")).isEqualTo("It is given.");
        assertThat(consultant.text(".timeline")).contains("gave it to");
        consultant.open("/console/screenings");
        assertThat(consultant.text(".soon")).contains("1 given to me");
        consultant.follow("1 given to me");
        assertThat(consultant.text("tbody")).contains("Leopoldina", "Given to consultant-");
        consultant.press("Show", Map.of("assignee", "-"));
        assertThat(consultant.text("tbody")).doesNotContain("Leopoldina");
    }

    @Test
    void aColleagueIsGivenAPersonAndNobodyLosesThemWhenTheAccountCloses() {
        String colleague = clinic.account(Role.CONSULTANT);
        var kept = clinic.keep("man-recent-transplant", "Wenceslas");
        var consultant = consultant().open(page(kept));

        consultant.press("Give", Map.of("name", colleague));
        assertThat(consultant.text(".care")).contains("Given to " + colleague);
        consultant.open("/console/screenings").press("Show", Map.of("assignee", colleague));
        assertThat(consultant.text("tbody")).contains("Wenceslas");

        accounts.change(colleague, Role.CONSULTANT, true, "test");
        consultant.open("/console/screenings").press("Show", Map.of("assignee", "-", "text", "Wenceslas"));
        assertThat(consultant.text("tbody")).contains("Wenceslas", colleague + ", who cannot open it any more");
        consultant.follow(kept.reference().toString());
        assertThat(consultant.text(".care")).contains("who cannot open it any more");
        assertThat(consultant.document().select("#colleague option").eachText()).doesNotContain(colleague);
    }

    @Test
    void whoCannotOpenAScreeningIsGivenNone() {
        var kept = clinic.keep("man-recent-transplant", "Adalbert");
        for (String name : List.of(clinic.account(Role.AUTHOR), clinic.account(Role.INTAKE), "nobody-of-this-name")) {
            var consultant = consultant().open(page(kept));

            consultant.press("Give", Map.of("name", name));

            assertThat(consultant.text("[role=status]")).as(name).contains("cannot open screenings");
            assertThat(consultant.text(".care")).as(name).contains("Nobody yet");
        }
    }

    @Test
    void aNoteStandsAmongWhatHappenedWithoutBeingInTheLog() {
        var kept = clinic.keep("man-recent-transplant", "Hildegund");
        var consultant = consultant().open(page(kept));

        consultant.press("Add the note", Map.of("text", "Call her on Monday.\r\nNot before ten."));

        assertThat(consultant.text("[role=status]")).isEqualTo("Your note is kept.");
        assertThat(Objects.requireNonNull(
                                consultant.document().select(".timeline q.said").last())
                        .wholeText())
                .isEqualTo("Call her on Monday.\nNot before ten.");
        assertThat(audit.of(kept.reference().code()))
                .noneMatch(entry -> entry.detail().contains("Monday"));
    }

    @Test
    void aNoteThatCannotBeKeptComesBackAsItWasWritten() {
        var kept = clinic.keep("man-recent-transplant", "Kunibert");
        String text = "a".repeat(2_001);
        var consultant = consultant().open(page(kept));

        consultant.press("Add the note", Map.of("text", text));

        assertThat(consultant.status()).isEqualTo(422);
        assertThat(consultant.text("[role=alert]")).contains("at most 2,000 characters");
        assertThat(consultant.document().expectFirst("#text").val()).isEqualTo(text);
        assertThat(consultant.text(".timeline")).doesNotContain("noted");
    }

    @Test
    void whatIsNewOrChangedSaysSoUntilItsReaderOpensIt() {
        var kept = clinic.keep("man-recent-transplant", "Philippa");
        var ana = consultant();
        var ben = consultant();
        assertThat(row(ana, "Philippa")).contains("● new");
        ben.open(page(kept));

        assertThat(row(ana, "Philippa")).contains("● new");
        assertThat(row(ben, "Philippa")).doesNotContain("● new");
        ana.open(page(kept)).press("Keep this decision", Map.of("kind", "SEND_BACK", "reason", "OTHER", "note", "?"));
        assertThat(row(ana, "Philippa")).doesNotContain("changed since");
        assertThat(row(ben, "Philippa")).contains("◐ changed since you saw it");

        ben.press("Show", Map.of("news", "true", "text", "Philippa", "status", "ANY"));
        assertThat(ben.text("tbody")).contains("Philippa");
        ben.open(page(kept));
        ben.open("/console/screenings").press("Show", Map.of("news", "true", "text", "Philippa", "status", "ANY"));
        assertThat(ben.text("main")).contains("Nobody matches");
    }

    @Test
    void whoeverWaitsLongForADecisionIsMarkedWithAWordAndAShape() {
        clinic.keep("man-recent-transplant", "Ermintrude", Duration.ofDays(9));
        clinic.keep("man-recent-transplant", "Cunegunda", Duration.ofDays(6));
        var decided = clinic.keep("man-recent-transplant", "Radegunda", Duration.ofDays(9));
        screenings.decide(decided.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "test");

        var consultant = consultant();

        assertThat(row(consultant, "Ermintrude")).contains("▲ waits for 9 days");
        assertThat(row(consultant, "Cunegunda")).contains("6 days ago").doesNotContain("▲");
        assertThat(row(consultant, "Radegunda")).contains("9 days ago").doesNotContain("▲");
    }

    private static String row(Consultant consultant, String name) {
        return consultant
                .open("/console/screenings")
                .press("Show", Map.of("text", name, "status", "ANY"))
                .text("tbody");
    }
}
