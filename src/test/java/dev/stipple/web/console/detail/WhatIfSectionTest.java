package dev.stipple.web.console.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class WhatIfSectionTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();

    /** What is ticked by somebody who is not sure of the others would otherwise be lost, or be all that there is. */
    @Test
    void anAnswerThatIsKnownInPartIsShownAndSentAsThat() {
        Question.Closed symptoms = QUESTIONNAIRE.closed("scalp.symptoms").orElseThrow();
        var slot = new Slot(QUESTIONNAIRE.group("scalp").orElseThrow(), 0, symptoms);
        Answers kept = Answers.none(QUESTIONNAIRE)
                .unsure(slot, List.of(symptoms.option("ITCH").orElseThrow()));

        var field = WhatIfSection.of(kept, new ChangedAnswers(kept, Map.of()), Spoken.EN).stream()
                .flatMap(section -> section.entries().stream())
                .flatMap(fields -> fields.fields().stream())
                .filter(each -> each.name().equals("scalp.symptoms"))
                .findFirst()
                .orElseThrow();
        var posted = new LinkedMultiValueMap<String, String>();
        field.choices().stream()
                .filter(WhatIfSection.Choice::chosen)
                .forEach(choice -> posted.add(field.name(), choice.code()));

        assertThat(posted.get("scalp.symptoms")).containsExactly("ITCH", "NOT_SURE");
        assertThat(field.changed()).isFalse();
        assertThat(ChangedAnswers.read(QUESTIONNAIRE, posted).answers()).isEqualTo(kept);
    }
}
