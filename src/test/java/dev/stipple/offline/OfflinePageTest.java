package dev.stipple.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import dev.stipple.Chromium;
import dev.stipple.Looks;
import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exported page in a browser on a phone. */
@Tag("whole")
class OfflinePageTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void export() throws IOException {
        Exported.write(Shipped.rulebook(), folder);
    }

    @ParameterizedTest
    @CsvSource({
        "en, man-recent-transplant",
        "fr, man-two-factors-pull-apart",
        "en, man-fut-and-fue-scars",
        "en, bald-man-shaved-look",
        "fr, woman-keeping-long-hair",
        "en, man-sixteen",
        "fr, woman-missing-answers"
    })
    void itInterviewsToTheVerdictOfTheServerFromADisk(String language, String story) throws IOException {
        var phone = new Phone(chromium, language);
        phone.page().context().setOffline(true);
        phone.open(folder.resolve("index.html").toUri().toString());
        looked(phone, language + "-start");

        phone.begin().answerAll(answers(story), view -> looked(phone, language + "-" + view));
        looked(phone, language + "-" + story + "-check");
        entries(answers(story))
                .forEach((group, many) -> assertThat(entries(phone.answers()))
                        .as("entries that could be told of")
                        .containsEntry(group, many));
        phone.page().click("#stipple .main");

        assertThat(phone.view()).isEqualTo("result");
        looked(phone, language + "-" + story + "-result");
        assertThat(phone.heading()).endsWith(verdict(story, language));
    }

    /** How many entries each group has. */
    private static Map<String, Integer> entries(JsonNode answers) {
        return answers.propertyStream()
                .filter(group -> group.getValue().isArray() && !group.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, group -> group.getValue().size()));
    }

    /** Once it is there it asks for nothing more, and it needs no inline script, no style and no evaluated text. */
    @Test
    void itNeedsNoNetworkOnceItIsThereUnderAStrictPolicy() throws IOException {
        var phone = new Phone(chromium, "en");
        var requests = new ArrayList<String>();
        phone.page().route("**/favicon.ico", Route::fulfill);
        try (var clinic = new Clinic(folder)) {
            phone.open(clinic.address("index.html"));
            phone.page().waitForLoadState(LoadState.NETWORKIDLE);
        }
        phone.page().context().setOffline(true);
        phone.page().onRequest(request -> requests.add(request.url()));

        phone.begin()
                .answerAll(
                        answers("man-keloid-history"),
                        view -> assertThat(phone.brokenPictures()).isEmpty());
        phone.page().click("#stipple .main");

        assertThat(phone.heading()).endsWith(verdict("man-keloid-history", "en"));
        assertThat(requests).isEmpty();
        assertThat(phone.page().evaluate("[localStorage.length, sessionStorage.length, document.cookie].join()"))
                .isEqualTo("0,0,");
    }

    @Test
    void aClinicsPageSendsTheAnswersWhenThePersonPressesTheButtonAndNotBefore() throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));
        Exported.write(Shipped.rulebook(), Files.createDirectory(site.resolve("suitability")));
        var phone = new Phone(chromium, "en");
        try (var clinic = new Clinic(site)) {
            Files.writeString(
                    site.resolve("clinic.html"),
                    Files.readString(Path.of("examples/static/clinic.html"))
                            .replace("https://clinic.example/intake", clinic.address("intake"))
                            .replace("https://clinic.example", "'self'"));
            phone.open(clinic.address("clinic.html")).begin().answerAll(answers("man-recent-transplant"), view -> {});
            phone.page().click("#stipple .main");
            looked(phone, "clinic-result");
            phone.page().click("#stipple a.main");
            looked(phone, "clinic-send");
            assertThat(clinic.posted()).isEmpty();
            assertThat(phone.page().locator("#stipple .view").innerText()).contains("localhost");

            phone.page().click("#stipple form button.main");
            phone.page().waitForURL("**/intake");

            assertThat(clinic.posted()).hasSize(1);
            Map<String, String> sent = fields(clinic.posted().get(0));
            assertThat(sent.keySet()).containsExactlyInAnyOrder("answers", "language", "rulebook");
            assertThat(sent.get("rulebook")).isEqualTo(Shipped.rulebook().digest());
            Answers read = AnswersReader.read(
                    Shipped.rulebook().questionnaire(),
                    JsonMapper.shared().readTree(Objects.requireNonNull(sent.get("answers"))),
                    List.of());
            assertThat(Shipped.assessor().assess(read).verdict()).isEqualTo(Verdict.DEFER);
        }
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Test
    void thePersonCanKeepTheAnswersAsAFileThatEveryDoorTakes() throws IOException {
        var phone = new Phone(chromium, "en");
        phone.open(folder.resolve("index.html").toUri().toString()).begin();
        phone.answerAll(answers("man-sixteen"), view -> {});
        phone.page().click("#stipple .main");

        Path kept = phone.page()
                .waitForDownload(() -> phone.page()
                        .locator("#stipple .view button", new Page.LocatorOptions().setHasText("Keep my answers"))
                        .click())
                .path();

        Answers read = AnswersReader.read(
                Shipped.rulebook().questionnaire(), JsonMapper.shared().readTree(Files.readString(kept)), List.of());
        assertThat(Shipped.assessor().assess(read).verdict()).isEqualTo(Verdict.NOT_SUITABLE);
    }

    @Test
    void whatTheClinicMisspellsIsToldInTheConsoleAndItsOwnPlacesTurnNoPage() throws IOException {
        Path site = Files.createDirectory(folder.resolve("misspelt"));
        Exported.write(Shipped.rulebook(), Files.createDirectory(site.resolve("suitability")));
        var phone = new Phone(chromium, "en");
        var told = new ArrayList<String>();
        phone.page().route("**/favicon.ico", Route::fulfill);
        phone.page().onConsoleMessage(message -> told.add(message.text()));
        try (var clinic = new Clinic(site)) {
            Files.writeString(
                    site.resolve("clinic.html"),
                    Files.readString(Path.of("examples/static/clinic.html"))
                            .replaceAll(
                                    "data-send=\"[^\"]*\"",
                                    "data-send=\"javascript:1\" data-sent=\"x\" data-level=\"9\""));
            phone.open(clinic.address("clinic.html"));

            assertThat(told)
                    .anyMatch(each -> each.contains("data-sent is read by nothing"))
                    .anyMatch(each -> each.contains("data-send is an address"))
                    .anyMatch(each -> each.contains("data-level is from 1 to 5"));
            assertThat(phone.page().locator("#stipple h2").first().isVisible()).isTrue();
            phone.begin();
            String before = phone.view();

            phone.page().evaluate("location.hash = '#contact'");

            assertThat(phone.view()).isEqualTo(before);
        }
    }

    @Test
    void whatIsWrongIsToldBesideItsQuestionAndTheFocusGoesThere() {
        var phone = new Phone(chromium, "en");
        phone.open(folder.resolve("index.html").toUri().toString()).begin();

        phone.page().click("#stipple form button.main");

        assertThat(phone.page().evaluate("document.activeElement.getAttribute('role')"))
                .isEqualTo("alert");
        looked(phone, "en-fault");
    }

    private static void looked(Phone phone, String name) {
        Looks.photograph(phone.page(), name);
        assertThat(phone.page().locator("#stipple").innerText()).doesNotContain("[object", "undefined", "null");
        Looks.fits(phone.page());
        Looks.showsTheFocus(phone.page());
        Chromium.accessible(phone.page());
        // The page may connect to nowhere, and so axe cannot read its style once more.
        assertThat(chromium.errors()).allMatch(error -> error.contains("connect-src") && error.contains("page.css"));
    }

    private static String verdict(String story, String language) throws IOException {
        String code = JsonMapper.shared()
                .readTree(Files.readString(Path.of("examples/" + story + ".assessment.json")))
                .path("verdict")
                .asString();
        return Objects.requireNonNull(
                        Shipped.rulebook().questionnaire().verdicts().get(code))
                .name()
                .in(new Language(language));
    }

    private static JsonNode answers(String story) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + story + ".answers.json")));
    }
}
