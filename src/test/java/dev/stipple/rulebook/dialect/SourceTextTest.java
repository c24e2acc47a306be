package dev.stipple.rulebook.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.rule.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceTextTest {
    private static final SourceText TEXT = new SourceText("a.drl", "ab\n\ncd\n");

    @ParameterizedTest
    @CsvSource({"0, 1:1", "1, 1:2", "2, 1:3", "3, 2:1", "4, 3:1", "5, 3:2", "7, 4:1"})
    void anOffsetIsAPlace(int offset, String place) {
        assertThat(TEXT.place(offset)).hasToString("a.drl:" + place);
    }

    @Test
    void whereDroolsNamesNoPlaceItIsTheBeginning() {
        assertThat(TEXT.place(0, -1)).hasToString("a.drl:1:1");
        assertThat(TEXT.place(3, 1)).hasToString("a.drl:3:2");
    }

    @Test
    void aStretchIsCutOutAndReplaced() {
        Span span = TEXT.span(4, 6);

        assertThat(span.file()).isEqualTo("a.drl");
        assertThat(span.in(TEXT.text())).isEqualTo("cd");
        assertThat(span.replace(TEXT.text(), "x")).isEqualTo("ab\n\nx\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            a == 1                   ; a == 1
            a==-1                    ; a == -1
            Skin.A_1||b!=null        ; Skin.A_1 || b != null
            in ( "a b", $c )         ; in ( "a b" , $c )
            a /* no */ < 1 // no     ; a < 1
            "a\\"b"<=2                ; "a\\"b" <= 2
            a&&b>=1                  ; a && b >= 1
            """)
    void wordsAreReadOneByOne(String text, String words) {
        var tokens = new Tokens(new SourceText("a.drl", text), 0, text.length());
        var read = new ArrayList<String>();
        while (!tokens.atEnd()) {
            read.add(tokens.take().in(tokens.text()));
        }

        assertThat(String.join(" ", read)).isEqualTo(words);
        assertThat(tokens.peek()).isEmpty();
    }

    @Test
    void aStretchOfWordsIsReadWithinItsBounds() {
        var tokens = new Tokens(new SourceText("a.drl", "a b c d"), 2, 5);
        Span first = tokens.span();

        assertThat(List.of(tokens.peek(), tokens.peek(1), tokens.peek(2))).containsExactly("b", "c", "");
        assertThat(tokens.take("x")).isFalse();
        assertThat(tokens.take("b")).isTrue();
        tokens.take();
        assertThat(tokens.since(first).in(tokens.text())).isEqualTo("b c");
        assertThat(tokens.span()).isEqualTo(new SourceText("a.drl", "a b c d").span(5, 5));
        assertThat(tokens.atEnd()).isTrue();
    }
}
