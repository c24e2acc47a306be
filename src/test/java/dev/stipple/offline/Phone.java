package dev.stipple.offline;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.stipple.Chromium;
import dev.stipple.web.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who fills in the exported page on a phone. */
final class Phone {
    private static final int MOST_PAGES = 60;

    private final Page page;

    Phone(Chromium chromium, String language) {
        this.page =
                chromium.page(new NewContextOptions().setViewportSize(390, 844).setLocale(language));
    }

    Page page() {
        return page;
    }

    Phone open(String address) {
        page.navigate(address);
        page.waitForSelector("#stipple .view");
        return this;
    }

    Phone begin() {
        page.click("#stipple .main");
        return this;
    }

    /** Which part of the page is shown. */
    String view() {
        return page.locator("#stipple .view").getAttribute("data-view");
    }

    String heading() {
        return page.locator("#stipple .view [tabindex='-1']").first().innerText();
    }

    /** What was answered so far. */
    JsonNode answers() {
        return JsonMapper.shared().readTree(String.valueOf(page.evaluate("JSON.stringify(Stipple.page.answers())")));
    }

    /** The pictures that do not show. */
    List<?> brokenPictures() {
        return (List<?>) page.evaluate(
                "() => [...document.images].filter(each => !each.complete || each.naturalWidth === 0).map(each"
                        + " => each.src)");
    }

    /** Answers as this person would until nothing more is asked; returns the pages that it met. */
    List<String> answerAll(JsonNode answers, Consumer<String> look) {
        var told = new Told(answers);
        var pages = new ArrayList<String>();
        while (view().startsWith("page-")) {
            pages.add(view().substring("page-".length()));
            if (pages.size() > MOST_PAGES) {
                throw new AssertionError("the questions do not end: " + pages);
            }
            look.accept(view());
            answer(told);
        }
        return pages;
    }

    private void answer(Told told) {
        Set<String> met = new HashSet<>();
        Optional<Locator> field = next(met);
        while (field.isPresent()) {
            fill(field.get(), told);
            field = next(met);
        }
        page.locator("button.another").all().stream()
                .filter(another -> told.hasMore(another.getAttribute("data-group")))
                .findFirst()
                .orElse(page.locator("#stipple form button.main"))
                .click();
    }

    private Optional<Locator> next(Set<String> met) {
        return page.locator("fieldset[data-key]").all().stream()
                .filter(field -> met.add(field.getAttribute("data-key")))
                .findFirst();
    }

    private static void fill(Locator field, Told told) {
        List<String> choices = field.locator("input:not([type=text])").all().stream()
                .map(input -> input.getAttribute("value"))
                .toList();
        boolean written = field.locator("input[type=text], textarea").count() > 0;
        List<String> values = told.to(field.getAttribute("data-key"), written ? List.of() : choices);
        if (written && !values.equals(List.of(""))) {
            field.locator("input[type=text], textarea").fill(values.get(0));
        } else if (written && choices.contains("NOT_SURE")) {
            field.locator("input[value=NOT_SURE]").check();
        } else if (!written) {
            values.forEach(value -> tick(field, value));
        }
    }

    private static void tick(Locator field, String value) {
        Locator input = field.locator("input[value='" + value + "']");
        Locator folded = field.locator("details:not([open])").filter(new Locator.FilterOptions().setHas(input));
        if (folded.count() > 0) {
            folded.locator("summary").click();
        }
        // As a key would, which turns no page by itself.
        input.focus();
        input.press("Space");
    }
}
