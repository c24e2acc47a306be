package dev.stipple.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.assessment.Explanation.Citation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CitationJsonTest {
    private static final Citation WHOLE =
            new Citation("A", "\"quoted\" é 😀", "p\n", 2020, "paper", "https://example.org", "low", "n");
    private static final Citation SHORT = new Citation("B", "t", "p", null, "seed", null, "low", null);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCitationIsWrittenWithEachOfItsMembersAndWithoutThoseThatAreMissing(boolean indented) {
        var json = JsonMapper.builder()
                .configure(SerializationFeature.INDENT_OUTPUT, indented)
                .build();

        for (Citation citation : new Citation[] {WHOLE, SHORT, WHOLE}) {
            assertEquals(json.writeValueAsString(members(citation)), json.writeValueAsString(citation));
        }
    }

    @Test
    void citationsThatDifferAreWrittenApart() {
        var other = new Citation("A", "t", "p", null, "seed", null, "low", null);
        var json = JsonMapper.shared();

        assertEquals(json.writeValueAsString(members(other)), json.writeValueAsString(other));
        assertEquals(json.writeValueAsString(members(SHORT)), json.writeValueAsString(SHORT));
    }

    @Test
    void aCitationThatWasNeverWrittenBeforeIsWrittenLikeAnyOther() {
        var fresh = new Citation(UUID.randomUUID().toString(), "t", "p", 2020, "seed", "a", "low", "n");
        var json = JsonMapper.shared();

        assertEquals(json.writeValueAsString(members(fresh)), json.writeValueAsString(fresh));
    }

    /** Every component of the record, so that none can be forgotten. */
    private static Map<String, Object> members(Citation citation) {
        var members = new LinkedHashMap<String, Object>();
        Arrays.stream(Citation.class.getRecordComponents()).forEach(component -> {
            try {
                Object value = component.getAccessor().invoke(citation);
                if (value != null) {
                    members.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        return members;
    }
}
