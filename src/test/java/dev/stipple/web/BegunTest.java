package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.stipple.Chromium;
import dev.stipple.Looks;
import dev.stipple.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who comes back in the same browser is offered the form that they had begun. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BegunTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Test
    void whoComesBackIsOfferedTheirFormUntilItIsDeleted() {
        Page page = chromium.page(new NewContextOptions().setViewportSize(390, 844));
        var visitor = new Visitor(page, port).begin("en");
        start(page);
        assertThat(page.locator("main").innerText()).doesNotContain("begun a form");
        page.goBack();
        visitor.unsure();
        String token = visitor.token();
        start(page);
        assertThat(page.locator("main").innerText()).contains("You have begun a form in this browser.");
        Looks.photograph(page, "begun");
        Looks.fits(page);
        Chromium.accessible(page);

        visitor.turn(".note a[href$='" + token + "']");
        assertThat(visitor.path()).contains(token + "/pages/");
        start(page);
        visitor.turn(".note a[href$='/removal']");
        visitor.turn("main form button");

        start(page);
        assertThat(page.locator("main").innerText()).doesNotContain("begun a form");
        assertThat(page.context().cookies()).noneMatch(each -> each.name.equals("begun"));
    }

    @Test
    void theCookieEndsWithTheBrowserAndNoScriptGetsIt() {
        Page page = chromium.page();
        new Visitor(page, port).begin("en");

        var cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("begun"))
                .findFirst()
                .orElseThrow();

        assertThat(cookie.expires).isEqualTo(-1);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite).hasToString("LAX");
        assertThat(cookie.path).isEqualTo("/intake");
    }

    private void start(Page page) {
        page.navigate("http://localhost:" + port + "/intake?language=en");
    }
}
