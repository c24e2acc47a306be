package dev.stipple.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.access.accounts.Role;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Decision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What many screenings tell together. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InsightTest {
    @LocalServerPort
    private int port;

    private final Clinic clinic;
    private final Screenings screenings;

    @Autowired
    InsightTest(ApplicationContext context, Screenings screenings) {
        this.clinic = new Clinic(context);
        this.screenings = screenings;
    }

    @Test
    void whatCameInThisWeekIsCounted() {
        var consultant = clinic.person(port, Role.CONSULTANT);
        int before = thisWeek(consultant);

        clinic.keep("man-sixteen", "Rosalind");

        assertEquals(before + 1, thisWeek(consultant));
    }

    @Test
    void rulesAnswersAndOverridesAreCountedWithoutNames() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        screenings.decide(
                kept.reference(),
                kept.version(),
                Decision.Kind.OVERRULE,
                Verdict.SUITABLE,
                Decision.Reason.RULE_TOO_STRICT,
                null,
                "test");

        var consultant = clinic.person(port, Role.CONSULTANT).open("/console/insight");

        assertTrue(table(consultant, "rules").contains("TRA-02"), table(consultant, "rules"));
        assertTrue(table(consultant, "answers").contains("How many months ago was it?"), consultant.text("main"));
        assertTrue(table(consultant, "overrides").contains("TRA-02"), table(consultant, "overrides"));
        assertFalse(consultant.text("main").contains("Rosalind"));
        assertFalse(consultant.document().select("svg rect").isEmpty());
    }

    private static int thisWeek(Consultant consultant) {
        return Integer.parseInt(
                consultant.open("/console/insight").text("[aria-labelledby=mix] tr:last-child td:last-child"));
    }

    private static String table(Consultant consultant, String id) {
        return consultant.text("table[aria-labelledby=" + id + "]");
    }
}
