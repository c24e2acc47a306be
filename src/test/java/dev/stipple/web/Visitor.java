package dev.stipple.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.stipple.Chromium;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Somebody who fills in the intake in a browser. */
final class Visitor {
    private static final String GO_ON = "main form .actions button:not([name])";
    private static final int MOST_PAGES = 120;

    private final Page page;
    private final String home;
    private int taps;

    Visitor(Page page, int port) {
        this.page = page;
        this.home = "http://localhost:" + port;
    }

    Visitor begin(String language) {
        page.navigate(home + "/intake?language=" + language);
        page.click("main button");
        return arrived();
    }

    Visitor open(String rest) {
        page.navigate(home + "/intake/" + token() + "/" + rest);
        return this;
    }

    /** Answers as this person would until nothing more is asked; returns the pages that it met. */
    List<String> answerAll(JsonNode answers) {
        return answerAll(answers, page -> {});
    }

    /** The same, with a look at each page before it is answered. */
    List<String> answerAll(JsonNode answers, Consumer<String> look) {
        var told = new Told(answers);
        var pages = new ArrayList<String>();
        while (path().contains("/pages/")) {
            pages.add(path().substring(path().lastIndexOf('/') + 1));
            if (pages.size() > MOST_PAGES) {
                throw new AssertionError("the questions do not end: " + pages);
            }
            look.accept(pages.get(pages.size() - 1));
            answer(told);
        }
        return pages;
    }

    /** How many options, fields and buttons were touched. */
    int taps() {
        return taps;
    }

    /** Answers what is asked on this page, also what comes up meanwhile, and goes on. */
    private void answer(Told told) {
        String mark = mark();
        Set<String> met = new HashSet<>();
        Optional<Locator> field = next(met);
        while (field.isPresent()) {
            fill(field.get(), told);
            if (!mark().equals(mark)) {
                return;
            }
            field = next(met);
        }
        if (!more(told)) {
            taps++;
            goOn();
        }
    }

    private boolean more(Told told) {
        for (Locator button : page.locator("main form button[formaction*='/entries/']:not([formaction*='/removal'])")
                .all()) {
            String group = button.getAttribute("formaction").replaceAll(".*/entries/|\\?.*", "");
            if (told.hasMore(group)) {
                taps++;
                String mark = mark();
                button.click();
                arrived(mark);
                return true;
            }
        }
        return false;
    }

    private Optional<Locator> next(Set<String> met) {
        return page.locator("main form fieldset.field:not([hidden])").all().stream()
                .filter(field -> met.add(field.getAttribute("id")))
                .findFirst();
    }

    private void fill(Locator field, Told told) {
        String name = field.locator("input[name=shown]").getAttribute("value");
        var inputs = field.locator("input[type=radio], input[type=checkbox]");
        List<String> choices = inputs.all().stream()
                .map(input -> input.getAttribute("value"))
                .filter(value -> !value.equals("NOT_SURE"))
                .toList();
        for (String value : told.to(name, choices)) {
            if (value.equals("NOT_SURE") || !choices.isEmpty()) {
                tap(field, value);
            } else if (!value.isEmpty()) {
                field.locator("input[type=text], textarea").fill(value);
                taps++;
            } else if (field.locator("textarea").count() == 0) {
                tap(field, "NOT_SURE");
            }
        }
    }

    private void tap(Locator field, String value) {
        Locator input = field.locator("input[value='" + value + "']");
        if (input.isChecked()) {
            return;
        }
        Locator folded = field.locator("details:not([open]):has(input[value='" + value + "']) summary");
        if (folded.count() > 0) {
            folded.click();
            taps++;
        }
        taps++;
        String mark = mark();
        input.click();
        if (Boolean.TRUE.equals(page.evaluate("document.querySelector('.htmx-request') !== null"))) {
            arrived(mark);
        }
    }

    private String mark() {
        return page.locator("main").getAttribute("data-page");
    }

    private void arrived(String mark) {
        page.locator("main:not([data-page='" + mark + "'])").waitFor();
    }

    Visitor choose(String code) {
        page.check("input[value='" + code + "']");
        return this;
    }

    Visitor goOn() {
        return turn(GO_ON);
    }

    Visitor unsure() {
        return turn("button[name=unsure]");
    }

    /** Clicks what leads to another page. */
    Visitor turn(String selector) {
        String mark = mark();
        page.click(selector);
        arrived(mark);
        return this;
    }

    private Visitor arrived() {
        page.waitForURL(address -> address.contains("/pages/"));
        page.locator("main form").first().waitFor();
        return this;
    }

    /** Looks for what people with disabilities would stumble over. */
    Visitor accessible() {
        Chromium.accessible(page);
        return this;
    }

    Page page() {
        return page;
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    String token() {
        return path().split("/", -1)[2];
    }
}
