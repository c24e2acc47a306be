package dev.stipple.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.screening.kept.Decision;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.web.console.queue.QueueFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is waiting, as a consultant sees it in the morning. */
@Tag("whole")
class QueueTest extends ConsoleTest {
    @Autowired
    QueueTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void eachRowSaysWhoWhatAndWhy() {
        clinic.keep("man-recent-transplant", "Marigold");

        var consultant = search("Marigold");

        assertEquals("1 screening", consultant.text(".count"));
        String row = consultant.text("tbody tr");
        assertTrue(row.contains("Marigold") && row.contains("↻ Not yet") && row.contains("just now"), row);
        assertTrue(row.contains("Transplants: Grafts are younger than six months"), row);
        assertTrue(row.contains("Waiting"), row);
    }

    @Test
    void anOpenVerdictSaysHowMuchIsOpenAndAFavourableOneThatNothingStandsInTheWay() {
        clinic.keep("woman-missing-answers", "Quenby");
        clinic.keep("bald-man-shaved-look", "Ottoline");

        assertTrue(
                search("Quenby").text("tbody tr").contains("can still change it"),
                search("Quenby").text("tr"));
        String row = search("Ottoline").text("tbody tr");
        assertTrue(row.contains("Suitable"), row);
    }

    @Test
    void filtersNarrowAndSayWhereElseToLook() {
        var decided = clinic.keep("man-keloid-history", "Persephone");
        screenings.decide(
                decided.reference(),
                decided.version(),
                Decision.Kind.CONFIRM,
                null,
                Decision.Reason.AGREED,
                null,
                "test");

        var consultant = search("Persephone");
        assertTrue(consultant.text().contains("Nobody matches these filters."), consultant.text());
        consultant.follow("Look in all screenings");
        assertTrue(consultant.text("tbody").contains("Persephone"), consultant.text());
        consultant.press("Show", Map.of("verdict", "SUITABLE"));
        assertFalse(consultant.text("main").contains("just now"), consultant.text());
        consultant.press("Show", Map.of("verdict", decided.verdict().name(), "age", "DAY"));
        assertTrue(consultant.text("tbody").contains("Persephone"), consultant.text());
    }

    @Test
    void aReferenceFindsItsScreening() {
        var kept = clinic.keep("man-sixteen", "Zebedee");

        var consultant = search(kept.reference().toString().substring(0, 9));

        assertTrue(consultant.text("tbody").contains("Zebedee"), consultant.text());
    }

    @Test
    void pagesFollowOneAnotherAndSortBothWays() {
        IntStream.range(0, QueueFilter.SIZE + 1).forEach(each -> clinic.keep("man-sixteen", "Wilhelmina"));
        var consultant = search("Wilhelmina");
        assertEquals(QueueFilter.SIZE, consultant.document().select("tbody tr").size());

        String lastShown = consultant.document().select(".reference").eachText().get(QueueFilter.SIZE - 1);
        consultant.follow(lastShown).follow("Next person");
        assertEquals(1, consultant.document().select("tbody tr").size());
        consultant.follow("First page").follow("Next page");
        assertEquals(1, consultant.document().select("tbody tr").size());
        String last = consultant.text(".reference");
        consultant.follow("First page").follow("Received");

        assertEquals(last, consultant.document().expectFirst(".reference").text());
        assertEquals(
                "descending",
                consultant.document().select("[aria-sort=descending]").attr("aria-sort"));
    }

    @Test
    void whoWasShownIsInTheLog() {
        var kept = clinic.keep("man-sixteen", "Ignatius");
        search("Ignatius");

        assertTrue(audit.latest(Long.MAX_VALUE, 20).stream()
                .anyMatch(each -> each.action() == Action.LISTED
                        && each.detail().contains(kept.reference().code())));
    }

    @Test
    void whatNoListCanGiveIsAnsweredWithAPageThatLeadsBack() {
        for (String odd : List.of(
                "status=SOMEWHERE",
                "sort=NAME",
                "descending=perhaps",
                "after=999999",
                "after=LTk5OTk5OTk5OS0wMS0wMVQwMDowMFp8QQ",
                "after=MjAyNi0wMS0wMVQwMDowMFp8QQA",
                "text=" + "a".repeat(5_000))) {
            var consultant = consultant().open("/console/screenings?" + odd);

            assertTrue(
                    List.of(400, 404).contains(consultant.status()), odd + " is answered with " + consultant.status());
            assertEquals(1, consultant.document().select("main a[role=button]").size(), consultant.text());
        }
    }

    @Test
    void signsThatMeanSomethingElsewhereAreLookedForAsTheyStand() {
        for (String text :
                List.of("100%", "_____", "' or 1=1 --", "\"", "\\", "${7*7}", "<b>x</b>", "a b c d e f g h i j")) {
            var consultant = search(text);

            assertEquals(200, consultant.status(), text);
            assertEquals(text, consultant.document().expectFirst("[name=text]").val());
            assertEquals(0, consultant.document().select("tbody tr").size(), text);
        }
    }

    /** Decided people leave the queue; who works through it goes on as they saw it. */
    @Test
    void fromOneToTheNextAndBackToTheSamePage() {
        var references = Stream.of("man-keloid-history", "man-recent-transplant", "woman-alopecia-totalis")
                .map(story -> clinic.keep(story, "Theophania").reference().toString())
                .toList();
        var consultant = search("Theophania");

        consultant.follow(references.get(0));
        consultant.press("Keep this decision", Map.of("kind", "CONFIRM", "reason", "AGREED"));
        consultant.follow("Next person");
        assertTrue(consultant.heading().contains(references.get(1)), consultant.heading());
        consultant.follow("Next person");
        assertTrue(consultant.heading().contains(references.get(2)), consultant.heading());
        assertEquals(List.of(), consultant.document().select("a[rel=next]").eachText());

        consultant.open(consultant.document().expectFirst("a.back").attr("href"));
        assertEquals("2 screenings", consultant.text(".count"));
    }

    private Consultant search(String text) {
        return consultant().press("Show", Map.of("text", text));
    }
}
