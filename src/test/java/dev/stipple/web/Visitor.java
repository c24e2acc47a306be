package dev.stipple.web;

import com.microsoft.playwright.Page;
import dev.stipple.Chromium;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who fills in the intake in a browser. */
final class Visitor {
    private static final String GO_ON = "main form .actions button:not([name])";
    private static final int MOST_PAGES = 120;

    private final Page page;
    private final String home;

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

    /** Answers as this person would until nothing more is asked; returns how many pages that took. */
    int answerAll(JsonNode answers) {
        Map<String, List<String>> met = new HashMap<>();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String[] path = path().split("/", -1);
            if (path.length < 5) {
                return pages;
            }
            if (path[3].equals("groups")) {
                entries(answers.path(path[4]));
            } else {
                String[] question = path[4].split("\\.", -1);
                JsonNode given = answers.path(question[0]);
                if (path.length > 5) {
                    List<String> keys = met.computeIfAbsent(question[0], group -> new ArrayList<>());
                    if (!keys.contains(path[5])) {
                        keys.add(path[5]);
                    }
                    given = given.path(keys.indexOf(path[5]));
                }
                answer(given.path(question[1]));
            }
        }
        throw new AssertionError("the questions do not end");
    }

    private void entries(JsonNode given) {
        if (given.isMissingNode()) {
            unsure();
        } else {
            choose(page.locator("section.entry").count() < given.size() ? "yes" : "no")
                    .goOn();
        }
    }

    private void answer(JsonNode value) {
        if (value.isMissingNode()) {
            unsure();
        } else if (value.isArray()) {
            value.forEach(code -> choose(code.asString()));
            goOn();
        } else if (value.isNumber()) {
            page.fill("#answer", value.asString());
            goOn();
        } else {
            choose(value.asString()).goOn();
        }
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
        String mark = page.locator("main").getAttribute("data-page");
        page.click(selector);
        page.locator("main:not([data-page='" + mark + "'])").waitFor();
        return this;
    }

    private Visitor arrived() {
        page.waitForURL(address -> address.contains("/questions/") || address.contains("/groups/"));
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
