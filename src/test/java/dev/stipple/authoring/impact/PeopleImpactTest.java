package dev.stipple.authoring.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.answers.AnswersFile;
import dev.stipple.authoring.Planted;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.DecodedText;
import dev.stipple.text.RulesFolder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PeopleImpactTest {
    @Test
    void thoseWhoseVerdictChangesAreNamedWithTheirLineAndWhatCannotBeReadIsSaid() {
        RulesFolder folder = Planted.clean();
        RulesFolder changed = folder.with("age.drl", folder.text("age.drl").replace("ageYears < 18", "ageYears < 17"));
        String lines = """
                {"id": "child", "answers": {"person": {"ageYears": 16}}}
                {"id": "nearly", "answers": {"person": {"ageYears": 17}}}
                {"answers": {"person": {"age": 17}}}
                """;

        var impact = PeopleImpact.between(
                Rulebook.load(folder),
                Rulebook.load(changed),
                AnswersFile.jsonLines(new DecodedText(
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)));

        assertThat(impact.people()).isEqualTo(2);
        assertThat(impact.moved()).hasSize(1);
        assertThat(impact.moved().get(0).id()).isEqualTo("nearly");
        assertThat(impact.moved().get(0).line()).isEqualTo(2);
        assertThat(impact.moved().get(0).move().from()).isEqualTo(Verdict.NOT_SUITABLE);
        assertThat(impact.refused()).extracting(PeopleImpact.Refused::line).containsExactly(3L);
    }
}
