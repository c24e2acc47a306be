package dev.stipple.api.surveyjs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.stipple.Chromium;
import dev.stipple.RunningService;
import dev.stipple.Site;
import dev.stipple.api.Clients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of a clinic's page with a SurveyJS form, on a site of its own. */
@Tag("whole")
class SurveyPageTest {
    private static final Pattern SURVEYJS = Pattern.compile(".*/survey-(core|js-ui)/.*");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @ParameterizedTest
    @CsvSource({"en, Not suitable, Next", "fr-CH, Ne convient pas, Suivant"})
    void whoFillsInTheFormOfTheExampleReadsTheVerdictThere(String language, String verdict, String next)
            throws Exception {
        Clients.fetch();
        try (var service = RunningService.on(Path.of("rules"), "--stipple.cors.origins=*");
                var clinic = new Site(
                        "127.0.0.1",
                        Files.readString(Path.of("examples/survey.html"))
                                .replace("lang=\"en\"", "lang=\"" + language + "\"")
                                .replace("localhost:8080", "localhost:" + service.port()))) {
            Page page = chromium.page(new NewContextOptions());
            page.route(SURVEYJS, SurveyPageTest::installed);

            page.navigate(clinic.address());
            page.locator(".sd-navigation__next-btn").waitFor();
            assertThat(page.locator(".sd-navigation__next-btn")).hasValue(next);
            while (page.locator(".sd-navigation__next-btn").isVisible()) {
                Locator age = page.locator("[data-name='candidate_ageYears'] input");
                if (age.isVisible()) {
                    age.fill("12");
                }
                page.locator(".sd-navigation__next-btn").click();
            }
            page.locator(".sd-navigation__complete-btn").click();

            assertThat(page.locator("#answer")).containsText(verdict);
        }
    }

    /** What the clinic has installed from npm. */
    private static void installed(Route route) {
        String path = URI.create(route.request().url()).getPath().substring(1);
        route.fulfill(new Route.FulfillOptions().setPath(Clients.MODULES.resolve(path)));
    }
}
