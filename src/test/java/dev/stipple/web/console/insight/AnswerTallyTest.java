package dev.stipple.web.console.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which answers hold people back, and which decide alone. */
class AnswerTallyTest {
    private static final String MONTHS = "{\"pointer\": \"/transplants/0/monthsAgo\", \"value\": 2}";
    private static final String OTHER_MONTHS = "{\"pointer\": \"/transplants/1/monthsAgo\", \"value\": 3}";
    private static final String KIND = "{\"pointer\": \"/transplants/0/kind\", \"value\": \"FUE\"}";

    private final AnswerTally tally = new AnswerTally(Shipped.rulebook().questionnaire(), Spoken.EN);

    @Test
    void anAnswerDecidesAloneWhereEveryDecidingFindingNamesIt() {
        add(Verdict.DEFER, finding("DEFER", MONTHS, KIND), finding("DEFER", MONTHS), finding("CONDITIONS", KIND));

        assertThat(questions(tally.deciding())).containsExactly("How many months ago was it?");
        assertThat(tally.holding().values()).containsExactly(1, 1);
    }

    @Test
    void noneDoesWhereAnotherReasonWouldStillStand() {
        add(Verdict.DEFER, finding("DEFER", MONTHS), finding("DEFER", KIND));
        add(Verdict.DEFER, finding("DEFER", MONTHS), finding("DEFER", OTHER_MONTHS));
        add(Verdict.UNDECIDED, finding("DEFER", MONTHS));

        assertThat(tally.deciding()).isEmpty();
    }

    @Test
    void anAnswerCountsOnceAScreeningHoweverManyEntriesGiveIt() {
        add(Verdict.DEFER, finding("DEFER", MONTHS, OTHER_MONTHS));

        assertThat(tally.deciding().values()).containsExactly(1);
    }

    private void add(Verdict verdict, JsonNode... findings) {
        tally.add(List.of(findings), verdict);
    }

    private static JsonNode finding(String effect, String... answers) {
        return JsonMapper.shared()
                .readTree("{\"effect\": \"" + effect + "\", \"answers\": [" + String.join(", ", answers) + "]}");
    }

    private static Stream<String> questions(Map<Given, Integer> counts) {
        return counts.keySet().stream().map(Given::question);
    }
}
