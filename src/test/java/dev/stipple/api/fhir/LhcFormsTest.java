package dev.stipple.api.fhir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.stipple.Chromium;
import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.api.Clients;
import dev.stipple.api.Running;
import dev.stipple.api.Stories;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** LHC-Forms itself shows our Questionnaire, is filled in, and sends back what we read. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LhcFormsTest {
    private static final Path LHC_FORMS = Clients.FOLDER.resolve("lforms/dist/lforms");

    private static final int TYPED = 12;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"man-fut-and-fue-scars", "woman-missing-answers"})
    void whatAPersonFillsInIsAssessedAsTheJsonApiDoes(String story) throws Exception {
        Answers answers = Stories.answers(Shipped.rulebook().questionnaire(), story);
        var service = new Running(port);
        String questionnaire =
                service.get("/fhir/Questionnaire/intake", Fhir.MEDIA_TYPE).body();
        var sent = new StringBuilder();

        Clients.offline(chromium.page(), service.address("/pictures/"), page -> {
            show(page, questionnaire);
            fill(page, answers);
            sent.append(
                    page.evaluate("() => JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'))"));
        });

        JsonNode guidance = JsonMapper.shared()
                .readTree(service.post("/fhir/QuestionnaireResponse", Fhir.MEDIA_TYPE, sent.toString())
                        .body());
        JsonNode expected = Stories.assessment(story);
        JsonNode plan = guidance.path("contained").path(0);
        assertEquals(
                expected.path("verdict"),
                plan.path("category").path(0).path("coding").path(0).path("code"),
                () -> sent + "\n" + guidance);
        assertEquals(
                expected.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("rule"))
                        .toList(),
                guidance.path("reasonCode")
                        .valueStream()
                        .map(reason -> reason.path("coding").path(0).path("code"))
                        .toList());
        assertEquals(
                expected.path("recommendations")
                        .valueStream()
                        .map(recommendation -> recommendation.path("rule"))
                        .toList(),
                plan.path("activity")
                        .valueStream()
                        .map(activity -> activity.path("detail")
                                .path("code")
                                .path("coding")
                                .path(1)
                                .path("code"))
                        .toList());
    }

    private static void show(Page page, String questionnaire) {
        Path component = LHC_FORMS.resolve("webcomponent");
        Clients.style(page, component.resolve("styles.css"));
        for (String script : List.of("assets/lib/zone.min.js", "runtime.js", "polyfills.js", "main.js")) {
            Clients.script(page, component.resolve(script));
        }
        Clients.script(page, LHC_FORMS.resolve("fhir/R4/lformsFHIR.min.js"));
        page.evaluate("form => LForms.Util.addFormToPage(JSON.parse(form), 'form')", questionnaire);
    }

    private static void fill(Page page, Answers answers) {
        for (Group group : answers.questionnaire().groups()) {
            List<Entry> entries = answers.entries(group);
            if (group.repeats() && answers.answered(group)) {
                String any = Boolean.toString(!entries.isEmpty());
                choose(page, LinkIds.any(group) + "/1/1/1", Fhir.codes(LinkIds.any(group)), any);
            }
            for (int i = 0; i < entries.size(); i++) {
                if (i > 0) {
                    page.locator("[id='add-" + LinkIds.entry(group) + "/1/1/" + i + "']")
                            .click();
                }
                fill(page, group, entries.get(i), group.repeats() ? "/1/1/" + (i + 1) + "/1" : "/1/1/1");
            }
        }
    }

    private static void fill(Page page, Group group, Entry entry, String place) {
        for (Question question : group.questions()) {
            String id = LinkIds.of(question)
                    + (isInSection(question) ? place : place.substring("/1".length()))
                    + "/1".repeat(Math.max(0, question.askedWhen().size() - 1));
            question.either(
                            closed -> entry.value(closed).<Runnable>map(value -> () -> fill(page, closed, id, value)),
                            text -> entry.text(text)
                                    .<Runnable>map(words -> () ->
                                            page.locator("[id='" + id + "']").fill(words)))
                    .ifPresent(Runnable::run);
        }
    }

    /** What is offered afterwards lies a level less deep. */
    private static boolean isInSection(Question question) {
        return Shipped.rulebook().interview().isWalked(question);
    }

    private static void fill(Page page, Question question, String id, Value value) {
        Locator input = page.locator("input[id='" + id + "']");
        if (value instanceof Value.Quantity quantity) {
            input.fill(Integer.toString(quantity.value()));
            input.blur();
        } else if (value instanceof Value.Choice choice && question.options().size() > 9) {
            suggested(page, input, choice.option().text().original());
        } else {
            value.codes().forEach(code -> choose(page, id, Fhir.codes(question), code));
        }
    }

    /** Types the beginning of an option and chooses from the suggestions, as long lists of options are shown. */
    private static void suggested(Page page, Locator input, String option) {
        input.pressSequentially(option.substring(0, Math.min(TYPED, option.length())));
        page.locator("#completionOptions li")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
        assertThat(input).hasValue(option);
    }

    private static void choose(Page page, String id, String system, String code) {
        page.locator("[id='" + id + "|" + system + "|" + code + "']").click();
    }
}
