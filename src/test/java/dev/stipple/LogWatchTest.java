package dev.stipple;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class LogWatchTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kept Marie-Hélène Dupont",
                "to ana@example.org",
                "call +33 6 12 34 56 78",
                "{\"candidate\":{\"ageYears\":45}}",
                "values[monthsAgo=2]"
            })
    void aLineAboutAPersonTells(String line) {
        assertTrue(LogWatch.tells(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rulebook sha256:0f loaded", "3 screenings were kept long enough", "POST /api/v1/assessments"})
    void otherLinesDoNot(String line) {
        assertFalse(LogWatch.tells(line));
    }

    @Test
    void aClassThatLogsSuchALineFails() {
        LoggerFactory.getLogger(LogWatchTest.class).info("kept {}", "Marie-Hélène Dupont");

        assertThrows(AssertionError.class, () -> new LogWatch.Guard().check());
    }
}
