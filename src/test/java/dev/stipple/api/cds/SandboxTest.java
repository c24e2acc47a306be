package dev.stipple.api.cds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.stipple.Chromium;
import dev.stipple.RunningService;
import dev.stipple.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A record system that is a page in a browser, as the sandbox of CDS Hooks is: it finds the service out, asks its own FHIR
 * server for what the service wants to know beforehand, calls the hook, shows the cards and tells what became of them.
 */
@Tag("whole")
class SandboxTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String RECORDS = "https://records.example/fhir/";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <title>Sandbox</title>
            <ul id="cards"></ul>
            <p id="told"></p>
            <script type="module">
              const base = 'http://localhost:PORT';
              const sent = (body) => ({method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
              const service = (await (await fetch(base + '/cds-services')).json()).services[0];
              const context = {userId: 'Practitioner/1', patientId: '7'};
              const prefetch = {};
              for (const [key, template] of Object.entries(service.prefetch)) {
                const query = template.replace(/\\{\\{context\\.(\\w+)}}/g, (all, name) => context[name]);
                prefetch[key] = await (await fetch('RECORDS' + query)).json();
              }
              const address = base + '/cds-services/' + service.id;
              const answer = await fetch(address, sent(
                  {hook: service.hook, hookInstance: crypto.randomUUID(), fhirServer: 'RECORDS', context, prefetch}));
              const cards = (await answer.json()).cards;
              document.getElementById('cards').append(...cards.map(card => {
                const line = document.createElement('li');
                line.dataset.indicator = card.indicator;
                line.textContent = card.summary + ' (' + card.source.label + ')';
                return line;
              }));
              const told = await fetch(address + '/feedback', sent({feedback: cards.map(card => ({
                card: card.uuid, outcome: 'overridden', outcomeTimestamp: new Date().toISOString()}))}));
              document.getElementById('told').textContent = told.status;
            </script>
            </html>
            """;

    @Test
    void aPageOfAnotherSiteShowsTheCardAndTellsWhatBecameOfIt() throws Exception {
        try (var service = RunningService.on(Path.of("rules"), "--stipple.cors.origins=*");
                var sandbox = new Site(
                        "127.0.0.1",
                        PAGE.replace("PORT", String.valueOf(service.port())).replace("RECORDS", RECORDS))) {
            Page page = chromium.page(new NewContextOptions());
            List<String> asked = new ArrayList<>();
            page.route(RECORDS + "**", route -> {
                asked.add(route.request().url().substring(RECORDS.length()));
                answer(route);
            });

            page.navigate(sandbox.address());

            assertThat(page.locator("#told")).hasText("200");
            assertThat(asked).singleElement().asString().startsWith("QuestionnaireResponse?subject=Patient/7");
            assertThat(page.locator("#cards li")).hasCount(1);
            assertThat(page.locator("#cards li")).hasAttribute("data-indicator", "critical");
            assertThat(page.locator("#cards li")).containsText("Not suitable");
        }
    }

    /** Two responses of the patient, the newer of somebody of twelve. */
    private static void answer(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setContentType("application/fhir+json")
                .setBody("""
                        {"resourceType": "Bundle", "type": "searchset", "entry": [%s, %s]}""".formatted(response("2026-10-01", 40), response("2026-11-01", 12))));
    }

    private static String response(String authored, int age) {
        return """
                {"resource": {"resourceType": "QuestionnaireResponse", "status": "completed", "authored": "%s",
                  "subject": {"reference": "Patient/7"},
                  "item": [{"linkId": "candidate.ageYears", "answer": [{"valueInteger": %d}]}]}}""".formatted(authored, age);
    }
}
