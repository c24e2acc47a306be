package dev.stipple.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.access.accounts.Role;
import dev.stipple.store.audit.AuditEntry.Action;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People leave as a file and come in as one, by buttons of the desk. */
@Tag("whole")
class ExchangePagesTest extends ConsoleTest {
    private static final String LINE = "{\"consent\": \"1\", \"contact\": {\"name\": \"%s\"}, \"answers\": %s}\n";
    private static final String EXCHANGE = "/console/exchange";

    @Autowired
    ExchangePagesTest(ApplicationContext context) {
        super(context);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Export as a table", "Export as lines"})
    void whatTheQueueShowsIsExportedAndCanBeImported(String button) {
        var kept = clinic.keep("man-recent-transplant", "Sieglinde");
        clinic.keep("man-sixteen", "Gudrun");
        var consultant = search("Sieglinde");
        String shown = consultant.text(".count").split(" ", -1)[0];

        consultant.follow(button);

        assertThat(consultant.status()).isEqualTo(200);
        assertThat(consultant.header("Content-Disposition")).startsWith("attachment; filename=\"screenings.");
        assertThat(consultant.header("Cache-Control")).isEqualTo("no-store");
        String file = consultant.body();
        assertThat(file).contains("Sieglinde", kept.reference().toString()).doesNotContain("Gudrun");
        assertThat(audit.latest(Long.MAX_VALUE, 20))
                .anyMatch(entry -> entry.action() == Action.EXPORTED
                        && entry.actor().startsWith("consultant-")
                        && entry.detail().contains(kept.reference().code()));

        take(consultant.open(EXCHANGE), file);

        assertThat(consultant.status()).isEqualTo(200);
        assertThat(consultant.text(".report"))
                .contains(shown.equals("1") ? "1 person is kept." : shown + " people are kept.");
        assertThat(consultant.text(".report")).contains("Not taken over:", "reference");
        consultant.open(consultant.document().select(".report details a").attr("href"));
        assertThat(consultant.heading())
                .contains("Sieglinde")
                .doesNotContain(kept.reference().toString());
    }

    @Test
    void everyFaultStandsAtItsLineAndMendedTheFileKeepsNobodyTwice() throws Exception {
        String answers = Files.readString(Path.of("examples/man-recent-transplant.answers.json"))
                .replace("\n", " ");
        String good = LINE.formatted("Kriemhild", answers);
        String mended = LINE.formatted("Brunhild", answers);
        var consultant = consultant().open(EXCHANGE);

        take(consultant, good + mended.replace("\"consent\": \"1\", ", "") + "nonsense\n");

        assertThat(consultant.status()).isEqualTo(422);
        assertThat(consultant.text(".report")).contains("1 person is kept.", "2 lines are not.");
        List<Element> refused = consultant.document().select(".refused > li");
        assertThat(refused.get(0).text()).contains("Line 2", "/consent", "nothing is kept without consent");
        assertThat(refused.get(1).text()).contains("Line 3");

        take(consultant, good + mended);

        assertThat(consultant.status()).isEqualTo(200);
        assertThat(consultant.text(".report")).contains("2 people are kept.");
        assertThat(search("Kriemhild").text(".count")).isEqualTo("1 screening");
        assertThat(search("Brunhild").text(".count")).isEqualTo("1 screening");
    }

    @Test
    void aTableThatCannotBeReadToItsEndSaysFromWhichLineOn() {
        var consultant = consultant().open(EXCHANGE);

        take(consultant, "consent,name\n1,Walburga\n1,\"Irmgard\n1,x\n");

        assertThat(consultant.text(".report")).contains("1 person is kept.", "Nothing was read from line 3 on.");
    }

    @Test
    void aFileThatIsEmptyMissingOrTooLargeKeepsNobody() {
        var consultant = consultant().open(EXCHANGE);
        take(consultant, "");
        assertThat(consultant.status()).isEqualTo(422);
        assertThat(consultant.text("[role=alert]")).contains("Choose a file");

        take(consultant, "x".repeat(14 << 20));

        assertThat(consultant.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name,Surname\n1,2\n", "consent,consent\n1,1\n", "\"consent,name\n1,x\n"})
    void aHeaderThatCannotBeReadIsToldOnThePage(String table) {
        var consultant = consultant().open(EXCHANGE);

        take(consultant, table);

        assertThat(consultant.status()).isEqualTo(422);
        assertThat(consultant.heading()).isEqualTo("Import");
        assertThat(consultant.text(".refused")).contains("Line 1");
    }

    /** It would be dropped without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "another"})
    void aSecondFileKeepsNobody(String name) {
        var consultant = consultant().open(EXCHANGE);
        var file = Objects.requireNonNull(consultant.document().selectFirst("input[type=file]"));
        file.after(file.clone().attr("name", name));

        take(consultant, "consent,name\n1,Rossweisse\n");

        assertThat(consultant.status()).isEqualTo(400);
        assertThat(search("Rossweisse").text(".count")).isEqualTo("No screening");
    }

    /** As another site would send it, which has no token of the page. */
    @Test
    void aForgedImportKeepsNobody() {
        var consultant = consultant().open(EXCHANGE);
        consultant.document().select("[name=_csrf]").remove();

        take(consultant, "consent,name\n1,Ortlind\n");

        assertThat(consultant.document().select(".report")).isEmpty();
        assertThat(search("Ortlind").text(".count")).isEqualTo("No screening");
    }

    @Test
    void onlyWhoMayReadPeopleExchangesThem() {
        var author = clinic.person(port, Role.AUTHOR);

        assertThat(author.open(EXCHANGE).status()).isEqualTo(403);
        assertThat(author.open(EXCHANGE + "/export?form=TABLE").status()).isEqualTo(403);
    }

    /** What no list can give, no file can either. */
    @Test
    void anAddressThatNoExportHasIsRefused() {
        for (String odd : List.of("", "?form=PDF", "?form=TABLE&status=SOMEWHERE", "?form=TABLE&news=perhaps")) {
            assertThat(consultant().open(EXCHANGE + "/export" + odd).status())
                    .as(odd)
                    .isEqualTo(400);
        }
    }

    /** Of each page a key leads to one thing, and the document names it. */
    @Test
    void everyKeyIsThereOnceAndInTheDocument() throws Exception {
        String document = Files.readString(Path.of("docs/desk.md"));
        var kept = clinic.keep("man-recent-transplant", "Ottokar");
        var admin = clinic.person(port, Role.ADMIN);
        var all = new TreeSet<String>();
        for (String address : List.of("/console/screenings", page(kept), page(kept) + "/what-if", EXCHANGE)) {
            List<String> keys =
                    admin.open(address).document().select("[accesskey]").eachAttr("accesskey");
            assertThat(keys).as(address).doesNotHaveDuplicates();
            all.addAll(keys);
        }

        assertThat(all).contains("q", "s", "m", "u", "x", "p", "c", "b", "d", "t", "g", "o", "w", "y", "z");
        assertThat(all).allMatch(key -> document.contains("`" + key + "` "));
    }

    private static void take(Consultant consultant, String file) {
        consultant.upload("Import", file.getBytes(StandardCharsets.UTF_8));
    }

    private Consultant search(String text) {
        return consultant().open("/console/screenings").press("Show", Map.of("text", text, "status", "ANY"));
    }
}
