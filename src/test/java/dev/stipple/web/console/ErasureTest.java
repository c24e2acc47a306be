package dev.stipple.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.access.accounts.Role;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Screening;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Erasing somebody who asks for it. */
@Tag("whole")
class ErasureTest extends ConsoleTest {
    private final Database database;

    @Autowired
    ErasureTest(ApplicationContext context) {
        super(context);
        this.database = context.getBean(Database.class);
    }

    @Test
    void whatIsDestroyedIsSaidBeforeAndProvedAfterwards() {
        Screening kept = clinic.keep("man-recent-transplant", "Theodora");
        var consultant = consultant().open(page(kept)).follow("Erase this person …");
        assertTrue(consultant.text("main").contains("Theodora"), consultant.text());
        assertTrue(consultant.text("main").contains("The key that sealed all of it"), consultant.text());
        assertTrue(consultant.text("main").contains("Kept until somebody erases it."), consultant.text());

        consultant.press("Erase for good", Map.of("understood", "true"));

        assertEquals(410, consultant.status());
        assertTrue(consultant.text("main").contains("Nothing: no row holds anything"), consultant.text());
        var entry = audit.of(kept.reference().code()).stream()
                .filter(each -> each.action() == Action.ERASED)
                .findFirst()
                .orElseThrow();
        assertTrue(consultant.text("main").contains(entry.seal()), consultant.text());
        assertThrows(ErasedScreening.class, () -> screenings.find(kept.reference(), "test"));
        assertEquals(
                0,
                consultant
                        .open("/console/screenings?status=ANY&text=theodora")
                        .document()
                        .select("tbody tr")
                        .size());
    }

    @Test
    void whoCannotBeShownAsTheirRowsWereAlteredIsErasedToo() {
        Screening kept = clinic.keep("man-recent-transplant", "Isolde");
        database.sql()
                .sql("update screening set assignee = 'carl' where reference = ?")
                .param(kept.reference().code())
                .update();

        var consultant = consultant().open(page(kept));
        assertEquals(500, consultant.status());
        consultant.follow("Erase for good");
        assertTrue(consultant.text("main").contains("altered in the database"), consultant.text());
        consultant.press("Erase for good", Map.of("understood", "true"));

        assertEquals(410, consultant.status());
        assertTrue(consultant.text("main").contains("Nothing: no row holds anything"), consultant.text());
    }

    @Test
    void nothingIsErasedUntilTheBoxIsTicked() {
        Screening kept = clinic.keep("man-sixteen", "Leonie");

        var consultant = consultant().open(page(kept) + "/erasure").press("Erase for good");

        assertEquals(422, consultant.status());
        assertTrue(consultant.text().contains("Please tick that you understand"), consultant.text());
        assertEquals(kept.reference(), screenings.find(kept.reference(), "test").reference());
    }

    @Test
    void anErasedOrUnknownScreeningIsToldInTheReadersLanguageWithAWayBack() {
        Screening kept = clinic.keep("man-sixteen", "Ottilie");
        screenings.erase(kept.reference(), "test", "asked for");
        var consultant = consultant();

        for (String page : new String[] {page(kept), "/console/screenings/AAAA-AAAA-AAAA"}) {
            consultant.open(page + "?language=en");
            assertTrue(consultant.text("header").contains("Français"), consultant.text());
            consultant.follow("Français");
            assertEquals(
                    1,
                    consultant
                            .document()
                            .select("main a[href=/console/screenings]")
                            .size());
            assertTrue(consultant.text("header").contains("Dossiers"), consultant.text());
        }
    }

    @Test
    void whoMayNotSeeSomebodyMayNotEraseThem() {
        Screening kept = clinic.keep("man-sixteen", "Aurelia");

        assertEquals(
                403,
                clinic.person(port, Role.AUTHOR).open(page(kept) + "/erasure").status());
    }
}
