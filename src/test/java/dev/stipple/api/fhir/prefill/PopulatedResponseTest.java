package dev.stipple.api.fhir.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.api.RandomAnswers;
import dev.stipple.api.fhir.ResponseReader;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

class PopulatedResponseTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.rulebook().questionnaire();

    /** The links of pictures begin where a request arrived. */
    @BeforeEach
    void ask() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void everyAnswerIsReadAsItWas() {
        long seed = System.nanoTime();
        System.out.println("populated responses: seed " + seed);
        var random = new RandomAnswers(QUESTIONNAIRE, new Random(seed));

        for (int i = 0; i < 300; i++) {
            Answers answers = random.person(i / 300.0);
            var written = PopulatedResponse.of(Shipped.rulebook(), answers, null, LocalDate.EPOCH);

            Answers read = ResponseReader.read(QUESTIONNAIRE, new StrictJson(written, List.of()), Spoken.EN)
                    .answers();

            assertThat(JsonMapper.shared().writeValueAsString(read.json()))
                    .as("seed " + seed)
                    .isEqualTo(JsonMapper.shared().writeValueAsString(answers.json()));
        }
    }

    @Test
    void notSureIsReadAsItWas() {
        String sent = """
            {"candidate": {"ageYears": "NOT_SURE", "sexAtBirth": "NOT_SURE"}, "scars": "NOT_SURE", "transplants": [{}],
             "scalp": {"symptoms": ["ITCH", "NOT_SURE"]}, "skin": {"darkMarks": "NOT_SURE"}}\
            """;
        Answers answers = AnswersReader.read(QUESTIONNAIRE, JsonMapper.shared().readTree(sent), List.of());

        var written = PopulatedResponse.of(Shipped.rulebook(), answers, null, LocalDate.EPOCH);

        assertThat(ResponseReader.read(QUESTIONNAIRE, new StrictJson(written, List.of()), Spoken.EN)
                        .answers())
                .isEqualTo(answers);
    }
}
