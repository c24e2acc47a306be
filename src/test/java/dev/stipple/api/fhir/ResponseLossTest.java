package dev.stipple.api.fhir;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Additions;
import dev.stipple.api.RandomAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that a QuestionnaireResponse says of the answers vanishes. */
class ResponseLossTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();

    @Test
    void whateverIsAddedMakesADifferenceSaveWhatIsToleratedByName() {
        Additions.makeADifference(
                "a QuestionnaireResponse",
                random -> Responses.of(
                        new RandomAnswers(QUESTIONNAIRE, random).person(random.nextDouble()),
                        random.nextBoolean() ? "completed" : "in-progress"),
                ResponseAdditions.NAMES,
                document -> ResponseReader.read(QUESTIONNAIRE, StrictJson.read(document), Spoken.EN),
                problem -> Additions.isFault(problem) || problem instanceof InvalidResponse,
                ResponseAdditions::isTolerated);
    }

    @Test
    void listsOfNamesAreKept() {
        List.of("/meta/x", "/item/0/answer/0/valueCoding/display", "/item/0/item/1/text")
                .forEach(place -> org.assertj.core.api.Assertions.assertThat(ResponseAdditions.isToleratedName(place))
                        .isTrue());
        List.of("/modifierExtension", "/item/0/answer/0/valueString", "/item/0/prefix", "/status/text")
                .forEach(place -> org.assertj.core.api.Assertions.assertThat(ResponseAdditions.isToleratedName(place))
                        .isFalse());
    }
}
