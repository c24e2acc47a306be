package dev.stipple.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void spacesInsideFrenchPunctuationDoNotBreak() {
        var wording = new Wording("« Which ones » ?", "Lesquelles ? « Toutes » ; oui : toutes !");

        assertEquals("Lesquelles\u00a0? «\u00a0Toutes\u00a0»\u00a0; oui\u00a0: toutes\u00a0!", wording.in(Language.FR));
        assertEquals("« Which ones » ?", wording.in(Language.EN));
        assertEquals(wording, new Wording(wording.english(), wording.french()));
    }
}
