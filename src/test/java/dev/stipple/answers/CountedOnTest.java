package dev.stipple.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountedOnTest {
    private static final String ANSWERS = """
            {"candidate": {"ageYears": 33}, "transplants": [{"kind": "FUE", "monthsAgo": 2}, {"kind": "FUT"}],
             "skin": {"daysSinceSun": 360}, "goal": {"hairLength": "STUBBLE"}}""";

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02, 2",
        "2026-03-02, 2026-04-01, 2",
        "2026-03-02, 2026-04-02, 3",
        "2026-08-31, 2027-02-27, 7",
        "2026-08-31, 2027-02-28, 8",
        "2026-03-02, 2026-03-01, 2",
        "2026-03-02, 2226-03-02, 1200"
    })
    void fullMonthsCountOnUpToTheMostThatIsTaken(String given, String day, int months) {
        Answers counted = CountedOn.of(answers(ANSWERS), LocalDate.parse(given), LocalDate.parse(day));

        assertThat(counted.json().get("transplants")).asString().contains("monthsAgo=" + months + "}");
    }

    @Test
    void onlyWhatIsATimeCountsOnAndWhatIsUnknownStaysSo() {
        Answers counted = CountedOn.of(answers(ANSWERS), LocalDate.parse("2026-03-02"), LocalDate.parse("2027-03-02"));

        assertThat(counted).isEqualTo(answers("""
                {"candidate": {"ageYears": 34}, "transplants": [{"kind": "FUE", "monthsAgo": 14}, {"kind": "FUT"}],
                 "skin": {"daysSinceSun": 365}, "goal": {"hairLength": "STUBBLE"}}"""));
    }

    private static Answers answers(String text) {
        StrictJson json = StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
        return AnswersReader.read(Shipped.rulebook().questionnaire(), json.tree(), json.duplicates());
    }
}
