package dev.stipple.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.wording.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is written, as files. */
class OfflineFilesTest {
    private static final SortedMap<String, String> FILES =
            OfflinePage.files(Shipped.rulebook()).orElseThrow();

    private static final int MEGABYTE = 1 << 20;

    @Test
    void allOfItIsLessThanAMegabyteCompressed() throws IOException {
        int sum = 0;
        for (String file : FILES.values()) {
            sum += compressed(file);
        }
        System.out.println(FILES.size() + " files, " + sum + " bytes compressed");
        assertThat(sum).isLessThan(MEGABYTE);
    }

    private static int compressed(String file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(file.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void theDigestOfTheRulebookIsInTheScript() {
        assertThat(FILES.get("stipple.js")).contains(Shipped.rulebook().digest());
    }

    @Test
    void itSpeaksEveryLanguageOfTheRulebook() {
        for (Language language : Shipped.rulebook().questionnaire().languages().all()) {
            assertThat(FILES.get("stipple.js"))
                    .contains("Stipple.language(\"" + language.tag() + "\"")
                    .contains(Shipped.rulebook().questionnaire().title().in(language));
            assertThat(FILES.get("index.html")).contains("<p lang=\"" + language.tag() + "\">");
        }
    }

    /** Nothing is sent, stored, read as markup or evaluated. */
    @Test
    void theScriptDoesNotEvenKnowHowToSendOrStoreAnything() {
        assertThat(FILES.get("stipple.js"))
                .doesNotContain(
                        "fetch(",
                        "XMLHttpRequest",
                        "sendBeacon",
                        "WebSocket",
                        "EventSource",
                        "localStorage",
                        "sessionStorage")
                .doesNotContain("indexedDB", "document.cookie", "eval(", "new Function", "innerHTML", "document.write")
                .doesNotContain("https://", "http://www");
    }

    @Test
    void thePageHasNothingInline() {
        assertThat(FILES.get("index.html"))
                .doesNotContainPattern("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=")
                .contains("connect-src 'none'", "form-action 'none'");
    }

    @Test
    void everyDrawingOfTheRulesIsThere() {
        List<String> drawings = FILES.keySet().stream()
                .filter(name -> name.startsWith("pictures/"))
                .toList();

        assertThat(drawings)
                .hasSameSizeAs(Shipped.rulebook().folder().pictures().keySet());
    }
}
