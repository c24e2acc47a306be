package dev.stipple.api.surveyjs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** SurveyJS itself shows our form, is filled in, and sends back what we read. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SurveyJsTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"man-fut-and-fue-scars", "woman-missing-answers"})
    void whatAPersonFillsInIsAssessedAsTheJsonApiDoes(String story) throws Exception {
        Answers answers = Stories.answers(Shipped.rulebook().questionnaire(), story);
        String form =
                new Running(port).get("/surveyjs/survey", "application/json").body();
        var data = new StringBuilder();

        String pictures = new Running(port).address("/pictures/");
        var shown = new TreeMap<String, Integer>();

        Clients.offline(chromium.page(), pictures, page -> {
            page.onResponse(response -> shown.put(response.url(), response.status()));
            Clients.style(page, Clients.MODULES.resolve("survey-core/survey-core.fontless.min.css"));
            Clients.script(page, Clients.MODULES.resolve("survey-core/survey.core.min.js"));
            Clients.script(page, Clients.MODULES.resolve("survey-js-ui/survey-js-ui.min.js"));
            page.evaluate(
                    "form => { Survey.settings.animationEnabled = false; window.model = new"
                            + " Survey.Model(JSON.parse(form)); model.render(document.getElementById('form')); }",
                    form);
            fill(page, answers);
            data.append(page.evaluate("() => JSON.stringify(model.data)"));
        });

        assertEquals(200, shown.get(pictures + "areas.svg"), shown.toString());
        assertEquals(Set.of(200), Set.copyOf(shown.values()), shown.toString());
        var response = new Running(port).post("/surveyjs/assessments?detail=full", "application/json", data.toString());
        ObjectNode answer = (ObjectNode) JsonMapper.shared().readTree(response.body());
        assertFalse(answer.remove("summary").path("line").stringValue().isEmpty());
        assertEquals(Stories.assessment(story), answer, () -> data.toString());
    }

    /** Goes from page to page, and fills in on each what this person has to say, also what shows only after another answer. */
    private static void fill(Page page, Answers answers) {
        Map<String, Runnable> open = open(page, answers);
        while (true) {
            for (Optional<String> next = shown(page, open); next.isPresent(); next = shown(page, open)) {
                Objects.requireNonNull(open.remove(next.get())).run();
            }
            Locator complete = page.locator(".sd-navigation__complete-btn");
            boolean last = complete.isVisible();
            (last ? complete : page.locator(".sd-navigation__next-btn")).click();
            if (last) {
                assertEquals(Set.of(), open.keySet());
                return;
            }
        }
    }

    private static Optional<String> shown(Page page, Map<String, Runnable> open) {
        return open.keySet().stream()
                .filter(name ->
                        page.locator("#form [data-name='" + name + "']").first().isVisible())
                .findFirst();
    }

    private static Map<String, Runnable> open(Page page, Answers answers) {
        var open = new LinkedHashMap<String, Runnable>();
        for (Group group : answers.questionnaire().groups()) {
            if (group.repeats()) {
                if (answers.answered(group)) {
                    List<Entry> entries = answers.entries(group);
                    String any = Boolean.toString(!entries.isEmpty());
                    open.put(Names.any(group), () -> choose(page.locator("#form"), Names.any(group), any));
                    if (!entries.isEmpty()) {
                        open.put(group.id(), () -> fillEntries(page, group, entries));
                    }
                }
            } else {
                for (Question question : group.questions()) {
                    fill(page.locator("#form"), question, answers.entries(group).get(0))
                            .ifPresent(fill -> open.put(Names.of(question), fill));
                }
            }
        }
        return open;
    }

    private static void fillEntries(Page page, Group group, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Locator panels = page.locator("#form [data-name='" + group.id() + "'] .sd-paneldynamic__panel-wrapper");
            if (i > 0) {
                page.click("#form [data-name='" + group.id() + "'] .sd-paneldynamic__add-btn");
            }
            panels.nth(i).waitFor();
            fill(panels.nth(i), group, entries.get(i));
        }
    }

    private static void fill(Locator within, Group group, Entry entry) {
        group.questions().forEach(question -> fill(within, question, entry).ifPresent(Runnable::run));
    }

    private static Optional<Runnable> fill(Locator within, Question question, Entry entry) {
        String name = Names.of(question);
        return question.either(
                closed -> entry.value(closed).map(value -> () -> fill(within, name, value)),
                text -> entry.text(text).map(words -> () -> write(within, name, words)));
    }

    private static void fill(Locator within, String name, Value value) {
        if (value instanceof Value.Quantity quantity) {
            Locator input = within.locator("[data-name='" + name + "'] input");
            input.fill(Integer.toString(quantity.value()));
            input.blur();
        } else {
            value.codes().forEach(code -> choose(within, name, code));
        }
    }

    private static void write(Locator within, String name, String words) {
        Locator area = within.locator("[data-name='" + name + "'] textarea");
        area.fill(words);
        area.blur();
    }

    private static void choose(Locator within, String name, String code) {
        within.locator("[data-name='" + name + "'] label:has(input[value='" + code + "'])")
                .click();
    }
}
