package dev.stipple.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Spoken;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void spacesInsidePunctuationDoNotBreakInAnyLanguage() {
        var wording = Spoken.wording("Which ones? « All »: yes.", "Lesquelles ? « Toutes » ; oui : toutes !");

        assertEquals("Lesquelles\u00a0? «\u00a0Toutes\u00a0»\u00a0; oui\u00a0: toutes\u00a0!", wording.in(Spoken.FR));
        assertEquals("Which ones? «\u00a0All\u00a0»: yes.", wording.in(Spoken.EN));
        assertEquals(wording, new Wording(wording.texts()));
    }
}
