package dev.stipple.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.stipple.Chromium;
import dev.stipple.Looks;
import dev.stipple.Service;
import dev.stipple.access.accounts.Role;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.web.console.admin.AccessPages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A consultant's morning in a real browser. With {@code -Dscreenshots=FOLDER} each page is photographed. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MorningTest {
    private static final int MOST_PAGES = 4;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    private final Clinic clinic;
    private final Screenings screenings;

    @Autowired
    MorningTest(ApplicationContext context, Screenings screenings) {
        this.clinic = new Clinic(context);
        this.screenings = screenings;
    }

    @Test
    void aMorningFromSigningInToPrinting() {
        Stream.of("man-keloid-history", "woman-missing-answers", "bald-man-shaved-look", "woman-alopecia-totalis")
                .forEach(story -> clinic.keep(story, "Basil"));
        Screening kept = clinic.keep("man-recent-transplant", "Clementine");
        Page page = chromium.page(new NewContextOptions().setViewportSize(1360, 900));

        signIn(page, Role.CONSULTANT);
        fine(page, "queue");
        page.fill("[name=text]", "clementine");
        page.selectOption("[name=verdict]", "DEFER");
        page.click(".filter button");
        page.click("a.reference");
        fine(page, "detail");

        page.fill("#rule", "tra-01");
        page.press("#rule", "Enter");
        page.waitForSelector("#why-not .card");
        page.click("text=What if …");
        fine(page, "what-if");
        page.fill("[name='transplants.0.monthsAgo']", "12");
        page.keyboard().press("Tab");
        page.waitForSelector(".outcome .was");
        assertTrue(page.textContent(".outcome").contains("The verdict changes."), page.textContent(".outcome"));
        assertTrue(page.url().endsWith("/what-if"), page.url());
        fine(page, "what-if-changed");

        page.navigate("http://localhost:" + port + "/console/screenings/" + kept.reference());
        page.check("[name=kind][value=OVERRULE]");
        page.selectOption("#verdict", "SUITABLE_WITH_CONDITIONS");
        page.selectOption("#reason", "SEEN_IN_PERSON");
        page.fill("#note", "Healed well; seen today.");
        page.click("text=Keep this decision");
        page.waitForSelector("[role=status]");
        fine(page, "overruled");
        assertEquals(
                Verdict.SUITABLE_WITH_CONDITIONS,
                screenings.find(kept.reference(), "test").decided());

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertTrue(page.isVisible(".verdicts") && page.isVisible("dl.plan"));
        assertTrue(page.isHidden(".decide") && page.isHidden(".tools"));
        Looks.photograph(page, "print");
        int pages = new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1)
                        .split("/Type\\s*/Page\\b")
                        .length
                - 1;
        assertTrue(pages <= MOST_PAGES, "it prints on " + pages + " pages");
    }

    @Test
    void everyOtherPageIsReadableByEverybodyToo() {
        clinic.keep("man-fut-and-fue-scars", "Basil");
        Screening kept = clinic.keep("man-recent-transplant", "Rosalind");
        Page page = chromium.page(new NewContextOptions().setViewportSize(1360, 900));
        page.navigate("http://localhost:" + port + "/login?error");
        fine(page, "sign-in");
        signIn(page, Role.ADMIN);
        String address = Desk.PATH + "/" + kept.reference();
        for (String other : List.of(
                "/account/password",
                "/console/insight",
                "/console/insight/newest",
                "/console/impact",
                AccessPages.PATH,
                "/console/admin/events",
                address + "/erasure")) {
            page.navigate("http://localhost:" + port + other);
            fine(page, other.replaceAll(".*/", ""));
        }
        page.navigate("http://localhost:" + port + address);
        screenings.decide(
                kept.reference(),
                kept.version(),
                Decision.Kind.CONFIRM,
                null,
                Decision.Reason.AGREED,
                "As we spoke.",
                "somebody");
        page.check("[name=kind][value=SEND_BACK]");
        page.selectOption("#reason", "ANSWER_MISSING");
        page.fill("#note", "How short do you wear it?");
        page.click("text=Keep this decision");
        assertEquals("Somebody else worked on this meanwhile", page.textContent("h1"));
        fine(page, "conflict");

        page.navigate("http://localhost:" + port + address + "/erasure");
        page.check("[name=understood]");
        page.click("main button");
        page.waitForSelector(".digest");
        fine(page, "erased");
    }

    @Test
    void aPhoneShowsTheSameWithoutScrollingSideways() {
        Screening kept = clinic.keep("man-recent-transplant", "Rosalind");
        Page page =
                chromium.page(new NewContextOptions().setViewportSize(320, 720).setLocale("fr-FR"));
        signIn(page, Role.ADMIN);
        String address = Desk.PATH + "/" + kept.reference();
        for (String each : List.of(
                Desk.PATH,
                address,
                address + "/what-if",
                address + "/erasure",
                "/console/insight",
                "/console/insight/newest",
                AccessPages.PATH)) {
            page.navigate("http://localhost:" + port + each);
            fine(page, "phone-" + each.replaceAll(".*/", ""));
            Looks.fits(page);
        }

        page.navigate("http://localhost:" + port + address);
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'");
        page.click(".to-decide");
        double top =
                ((Number) page.evaluate("document.querySelector('#decide').getBoundingClientRect().top")).doubleValue();
        assertThat(top).isBetween(-1.0, 360.0);
        page.focus("#note");
        assertTrue(page.isHidden(".to-decide"));
    }

    @Test
    void theKeyboardReachesTheQueueTheSearchAndTheDecision() {
        Screening kept = clinic.keep("man-recent-transplant", "Rosalind");
        Page page = chromium.page(new NewContextOptions().setViewportSize(1360, 900));
        signIn(page, Role.CONSULTANT);
        page.keyboard().press("Tab");
        assertEquals("#main", page.evaluate("document.activeElement.getAttribute('href')"));
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertEquals("text", page.evaluate("document.activeElement.name"));

        page.keyboard().type(kept.reference().toString());
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("text="));
        page.focus("a.reference");
        page.keyboard().press("Enter");
        page.waitForSelector(".decide");

        assertTrue(page.url().endsWith(kept.reference().toString()), page.url());
    }

    private void signIn(Page page, Role role) {
        page.navigate("http://localhost:" + port + "/login");
        page.fill("#username", clinic.account(role));
        page.fill("#password", Clinic.PASSWORD);
        page.click("main button");
        page.waitForURL("**/console/**");
    }

    /** Nothing on the page keeps anybody from using it. */
    private static void fine(Page page, String name) {
        Looks.photograph(page, name);
        Looks.showsTheFocus(page);
        Chromium.accessible(page);
    }
}
