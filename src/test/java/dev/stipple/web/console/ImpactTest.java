package dev.stipple.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Whose verdict changed rules would change, before they are released. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImpactTest {
    private static final Path PARENT = Path.of("target/impact");

    @LocalServerPort
    private int port;

    private final Clinic clinic;

    @Autowired
    ImpactTest(ApplicationContext context) {
        this.clinic = new Clinic(context);
    }

    @BeforeEach
    void copyRules() throws IOException {
        FileSystemUtils.deleteRecursively(PARENT);
        FileSystemUtils.copyRecursively(Path.of("rules"), PARENT.resolve("next"));
    }

    @Test
    void thoseWhoseVerdictChangesAreGroupedTheMilderFirst() throws IOException {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        change("transplants.drl", "Transplant( monthsAgo < 6 )", "Transplant( monthsAgo < 1 )");
        change("transplants.drl", "waitMonths(6 -", "waitMonths(1 -");
        change("transplants.drl", "FUE ), monthsAgo >= 12", "FUE ), monthsAgo >= 1");

        var author = clinic.person(port, Role.AUTHOR);
        assertEquals("Impact", author.heading());
        author.press("See the impact", Map.of("folder", "next"));

        String plan = author.text("section div:first-of-type tbody");
        assertTrue(plan.contains("transplants.drl:") && plan.contains("TRA-02 no longer says DEFER"), plan);
        assertTrue(plan.contains("BALD_MAN with transplants"), plan);
        String row = author.text("section div:last-of-type tbody tr");
        assertTrue(row.contains("Not yet") && row.contains("Suitable") && row.contains("milder"), author.text());
        assertTrue(row.contains(kept.reference().toString()), row);
        assertTrue(author.document().select("td a").isEmpty(), "an author may not open screenings");
    }

    @Test
    void theSameRulesChangeNobody() {
        clinic.keep("man-recent-transplant", "Rosalind");

        var admin = clinic.person(port, Role.ADMIN).open("/console/impact?folder=next");

        assertTrue(admin.text().contains("No verdict changes; that is proved"), admin.text());
        assertTrue(admin.text().contains("No verdict among them changes."), admin.text());
    }

    @Test
    void otherQuestionsAreNamedAsNobodyCanBeComparedThen() throws IOException {
        change("questionnaire.yaml", "    max: 120\n", "    max: 119\n");

        var admin = clinic.person(port, Role.ADMIN).open("/console/impact?folder=next");

        assertTrue(admin.text().contains("Some questions differ"), admin.text());
        assertTrue(admin.text().contains("candidate.ageYears"), admin.text());
    }

    @Test
    void rulesWithFaultsAreNamedWithTheirPlace() throws IOException {
        change("transplants.drl", "Transplant( monthsAgo < 6 )", "Transplant( monthsGone < 6 )");

        var admin = clinic.person(port, Role.ADMIN).open("/console/impact?folder=next");

        assertTrue(admin.text().contains("transplants.drl:"), admin.text());
    }

    @Test
    void noOtherFolderIsRead() {
        var admin = clinic.person(port, Role.ADMIN);

        assertEquals(404, admin.open("/console/impact?folder=../rules").status());
        assertEquals(
                404,
                admin.open("/console/impact?folder=" + Path.of("rules").toAbsolutePath())
                        .status());
        assertEquals(
                403,
                clinic.person(port, Role.CONSULTANT).open("/console/impact").status());
    }

    private static void change(String file, String from, String to) throws IOException {
        Path path = PARENT.resolve("next").resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), from);
        Files.writeString(path, text.replace(from, to));
    }
}
