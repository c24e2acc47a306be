package dev.stipple.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.audit.AuditEntry.Action;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Trying other answers on somebody's screening. */
@Tag("whole")
class WhatIfTest extends ConsoleTest {
    private static final String TRY = "See what comes out";
    private static final String KEEP = "Keep these answers as a new revision";

    @Autowired
    WhatIfTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void theFormHoldsEveryKeptAnswerAndChangesNone() {
        var kept = clinic.keep("man-fut-and-fue-scars", "Rosalind");

        var consultant = open(kept).press(TRY);

        assertEquals(200, consultant.status());
        assertTrue(consultant.text(".outcome").contains("No answer is changed yet."), consultant.text(".outcome"));
        consultant.press(TRY, Map.of("candidate.ageYears", "44"));
        assertTrue(consultant.text(".outcome").contains("verdict"), consultant.text(".outcome"));
    }

    @Test
    void anotherAnswerMovesTheVerdictAndNothingIsKept() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var consultant = open(kept);
        int logged = audit.of(kept.reference().code()).size();

        consultant.press(TRY, Map.of("transplants.0.monthsAgo", "12"));

        assertTrue(consultant.text(".outcome").contains("The verdict changes."), consultant.text(".outcome"));
        assertTrue(consultant.text(".gone").contains("younger than six months"), consultant.text(".outcome"));
        assertEquals(
                "12",
                consultant
                        .document()
                        .expectFirst("[name=\"transplants.0.monthsAgo\"]")
                        .val());
        assertEquals(logged, audit.of(kept.reference().code()).size());
        assertEquals(1, again(kept).revisions().size());
    }

    @Test
    void whatIsAskedForIsKeptAsARevisionThatWaits() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        screenings.decide(
                kept.reference(), kept.version(), Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "test");
        var consultant = open(kept).press(TRY, Map.of("transplants.0.monthsAgo", "12"));

        consultant.press(KEEP);

        assertTrue(consultant.text().contains("kept as a new revision"), consultant.text());
        assertEquals(2, again(kept).revisions().size());
        assertEquals(Status.WAITING, again(kept).status());
        assertTrue(again(kept).verdict() != Verdict.DEFER);
        assertTrue(audit.of(kept.reference().code()).stream().anyMatch(each -> each.action() == Action.REVISED));
    }

    @Test
    void entriesAreAddedAndRemoved() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var consultant = open(kept);

        consultant.press(TRY, Map.of("allergies.0.kind", "NICKEL"));
        assertEquals(
                1, consultant.document().select("[name=\"allergies.0.remove\"]").size(), consultant.text());
        consultant.press(TRY, Map.of("transplants.0.remove", "yes"));

        assertEquals(
                0,
                consultant.document().select("[name=\"transplants.0.remove\"]").size());
        assertTrue(consultant.text(".gone").contains("younger than six months"), consultant.text(".outcome"));
    }

    @Test
    void aNumberOutOfBoundsIsMarkedAndNotKept() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var consultant = open(kept).press(TRY, Map.of("candidate.ageYears", "300"));

        assertTrue(consultant.text().contains("whole number from 0 to 120"), consultant.text());
        assertEquals(1, again(kept).revisions().size());
    }

    @Test
    void whatSomebodyElseDidMeanwhileIsNotOverwritten() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var one = open(kept).press(TRY, Map.of("transplants.0.monthsAgo", "12"));
        var other = open(kept).press(TRY, Map.of("transplants.0.monthsAgo", "9"));
        one.press(KEEP);

        other.press(KEEP);

        assertEquals(409, other.status());
        assertTrue(other.text().contains("Nothing was overwritten"), other.text());
        assertEquals(
                "9",
                other.document()
                        .expectFirst("[name=\"transplants.0.monthsAgo\"]")
                        .val());
        assertEquals(2, again(kept).revisions().size());
    }

    @Test
    void aBrokenFormIsRefusedWithoutATrace() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var consultant = open(kept);
        consultant.document().select("[name=kept]").val("{broken");

        assertEquals(400, consultant.press(TRY).status());
    }

    private Consultant open(Screening kept) {
        return consultant().open(page(kept) + "/what-if");
    }

    private Screening again(Screening kept) {
        return screenings.find(kept.reference(), "test");
    }
}
