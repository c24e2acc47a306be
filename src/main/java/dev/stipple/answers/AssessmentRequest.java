package dev.stipple.answers;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import java.util.Locale;
import java.util.Optional;

/**
 * A request for an assessment: {@code {"answers": {...}, "language": "en"}}.
 *
 * @param language empty where none is named
 */
public record AssessmentRequest(Answers answers, Optional<Language> language) {
    /**
     * Reads a document and nothing beside it.
     *
     * @throws InvalidAnswers with every fault, its pointer into the document
     */
    public static AssessmentRequest read(Questionnaire questionnaire, StrictJson document) {
        var faults = new AnswerFaults();
        SentJson sent = SentJson.of(document);
        var request = read(questionnaire, sent, faults);
        faults.end(sent);
        return request;
    }

    /**
     * Reads the members of a document that make a request.
     *
     * @param faults takes every fault, its pointer into the document
     */
    public static AssessmentRequest read(Questionnaire questionnaire, SentJson sent, AnswerFaults faults) {
        SentJson named = sent.at("language");
        Optional<Language> language = named.text().flatMap(questionnaire.languages()::of);
        if (!named.isAbsent() && language.isEmpty()) {
            faults.add(
                    named,
                    "there is no such language",
                    questionnaire.languages().choice());
        }
        return new AssessmentRequest(AnswersReader.readMember(questionnaire, sent, faults), language);
    }

    /** The language to answer in. */
    public Language answeredIn() {
        return language.orElseGet(answers.questionnaire().languages()::original);
    }

    /** The language to answer in where it was asked for otherwise too, which counts where the document names none. */
    public Language answeredIn(Locale accepted) {
        return language.orElseGet(() -> answers.questionnaire().languages().suiting(accepted));
    }
}
