package dev.stipple.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Spoken;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

final class ChosenLanguageTest {
    @Test
    void whoPrefersNoLanguageIsNotGivenThatOfTheMachine() {
        var request = new MockHttpServletRequest() {
            @Override
            public Enumeration<Locale> getLocales() {
                return Collections.enumeration(List.of(Locale.FRANCE));
            }
        };

        assertEquals(Spoken.EN, ChosenLanguage.of(request, Spoken.BOTH));
    }

    @Test
    void theFirstLanguageThatBothKnowIsSpoken() {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "de, fr-CA;q=0.8, en;q=0.5");

        assertEquals(Spoken.FR, ChosenLanguage.of(request, Spoken.BOTH));
    }
}
