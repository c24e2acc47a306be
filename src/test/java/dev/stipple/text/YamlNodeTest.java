package dev.stipple.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlNodeTest {
    private final List<Fault> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {"!!null x", "!!str 5", "!!int \"5\"", "!odd x", "!!set {x}", "!!omap [x: 1]", "{!!str 5: x}"})
    void aTagIsNeverDroppedInSilence(String value) {
        var faults = new ArrayList<Fault>();

        YamlFile.read("a.yaml", "key: " + value, faults);

        assertEquals(
                List.of("a tag, a word that begins with !, stands here"),
                faults.stream().map(Fault::problem).toList());
        assertEquals(1, faults.get(0).place().line());
    }

    @Test
    void aControlCharacterIsAFaultAtItsPlace() {
        YamlNode file = YamlFile.read("a.yaml", "one: 1\ntwo: a\u0000b\n", faults);

        assertTrue(file.isAbsent());
        assertEquals(
                List.of(
                        "a.yaml:2:7: the control character U+0000 NULL stands here; take it out, or write the plain character that is meant"),
                faults.stream().map(Fault::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'\r\r", "'\n", "a: 'b"})
    void whatIsNotYamlIsToldWithAPlaceInsideTheFile(String text) {
        assertTrue(YamlFile.read("a.yaml", text, faults).isAbsent());

        assertEquals(1, faults.size());
        String[] lines = text.split("\n", -1);
        Place place = faults.get(0).place();
        assertEquals(lines.length, place.line());
        assertEquals(lines[lines.length - 1].length() + 1, place.column());
    }

    @Test
    void aTagThatIsNoneIsAFault() {
        assertTrue(YamlFile.read("a.yaml", "!!&AR'%E", faults).isAbsent());

        assertEquals(
                List.of("a.yaml:1:1: a tag, a word that begins with !, is not written as YAML wants it; take it out"),
                faults.stream().map(Fault::toString).toList());
    }

    @Test
    void aFileThatIsFarTooLargeIsAFault() {
        YamlFile.read("a.yaml", "a: " + "x".repeat(4_000_000), faults);

        assertEquals(1, faults.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "No", "'true'", "1"})
    void onlyTrueAndFalseAreTrueOrFalse(String written) {
        assertFalse(YamlFile.read("a.yaml", "safety: " + written, faults)
                .at("safety")
                .flag());

        assertEquals(1, faults.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"010", "0x1F", "1_000", "1:30", "6.0", "six", "99999999999"})
    void onlyPlainWholeNumbersAreNumbers(String written) {
        assertEquals(
                7, YamlFile.read("a.yaml", "min: " + written, faults).at("min").integer(7));

        assertEquals(1, faults.size());
    }
}
