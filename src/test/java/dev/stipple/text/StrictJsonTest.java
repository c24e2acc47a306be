package dev.stipple.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void whatIsTooLongIsMalformedAtItsPlace() {
        String number = "{\n  \"age\": " + "9".repeat(200_000) + "}";
        String name = "{\n  \"" + "a".repeat(60_000) + "\": 1}";

        assertThatThrownBy(() -> read(number))
                .isInstanceOf(StrictJson.Malformed.class)
                .hasMessageStartingWith("line 2, column ")
                .hasMessageEndingWith("too long");
        assertThatThrownBy(() -> read(name))
                .isInstanceOf(StrictJson.Malformed.class)
                .hasMessageStartingWith("line 2, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aFileInAnotherCharsetIsNotGuessed(String charset) {
        for (String json : new String[] {"{\"\u00e9\": 1}", "1", "\ufeff[]"}) {
            assertThatThrownBy(() -> StrictJson.read(json.getBytes(Charset.forName(charset))))
                    .isInstanceOf(StrictJson.Malformed.class)
                    .hasMessage("line 1, column 1: this is not UTF-8; save it so");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"\ud83d\ude00\"", "\ufeff{}", "{\"\u00e9\": 1}"})
    void utf8IsReadWithAMarkOrWithout(String json) {
        assertThatCode(() -> read(json)).doesNotThrowAnyException();
    }

    /** PostgreSQL keeps no NUL, terminals obey escapes, and half of a character is kept as a question mark. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b[2J", "\\u0007", "\\u007f", "\\u0085", "\\ud800", "\\udc00x"})
    void aControlCharacterOrHalfOfACharacterIsRefused(String written) {
        assertThatThrownBy(() -> read("{\"name\": \"Ana" + written + "\"}"))
                .isInstanceOf(StrictJson.Malformed.class)
                .hasMessageStartingWith("line 1, column 10");
        assertThatThrownBy(() -> read("{\"" + written + "\": 1}")).isInstanceOf(StrictJson.Malformed.class);
    }

    @Test
    void endsOfLinesTabsAndEveryScriptAreText() {
        String text = "Zo\u00eb\t\u674e \ud83d\ude00\r\nsecond line";

        assertThat(read("\"" + text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n") + "\"")
                        .tree()
                        .stringValue())
                .isEqualTo(text);
    }

    private static StrictJson read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
