package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Shipped;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no text may hold is a fault in the texts of every file. */
@Tag("whole")
class TextsOfFilesTest {
    /** A text of each file that people read. */
    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            "interview.yaml", "You and your hair",
            "summary.yaml", "Have this looked at or treated",
            "mail.yaml", "There is something new",
            "sources.yaml", "title: ",
            "keloid.fr.yaml", "because: "));

    @ParameterizedTest
    @CsvSource({
        "\\u0007, character",
        "\\u202e, character",
        "\\ud83d, character",
        "<b>so</b>, markup",
        "<!-- -->, markup"
    })
    void whatNoTextMayHoldIsToldInEveryFile(String put, String kind) {
        String sign = put.startsWith("\\u") ? Character.toString(Integer.parseInt(put.substring(2), 16)) : put;
        RulesFolder folder = Shipped.CONTENTS.folder();
        for (var text : TEXTS.entrySet()) {
            String old = folder.text(text.getKey());
            int at = old.indexOf(text.getValue()) + text.getValue().length();
            folder = folder.with(text.getKey(), old.substring(0, at) + sign + old.substring(at));
        }

        var told = Check.of(folder).faults().stream()
                .filter(fault -> fault.kind().equals(kind))
                .map(Fault::place)
                .toList();

        for (String file : TEXTS.keySet()) {
            assertThat(told)
                    .as("%s in %s", put, file)
                    .anyMatch(place -> place.file().equals(file));
        }
    }
}
