package dev.stipple.api.screenings;

import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.AssessmentRequest;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.SentJson;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Submission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be kept of somebody: a request for an assessment and, beside it,
 * {@code "consent": "2026-01", "contact": {"name": ..., "email": ..., "phone": ...}}.
 */
final class SubmissionRequest {
    private static final int LONGEST_CONSENT = 80;
    private static final int LONGEST_CONTACT = 200;

    private final AnswerFaults faults = new AnswerFaults();

    private SubmissionRequest() {}

    /**
     * Reads a document of which nothing else is left to be read.
     *
     * @throws InvalidAnswers with every fault, its pointer into the document
     */
    static Submission read(Questionnaire questionnaire, SentJson sent) {
        return new SubmissionRequest().submission(questionnaire, sent);
    }

    private Submission submission(Questionnaire questionnaire, SentJson sent) {
        SentJson agreed = sent.at("consent");
        String consent = text(agreed, LONGEST_CONSENT);
        if (consent == null && faults.isEmpty() && sent.isObject()) {
            faults.add(agreed, "nothing is kept without consent", "the version of the text agreed to");
        }
        Contact contact = contact(sent.at("contact"));
        AssessmentRequest request = AssessmentRequest.read(questionnaire, sent, faults);
        faults.end(sent);
        return new Submission(request.answers(), request.answeredIn(), contact, String.valueOf(consent));
    }

    private Contact contact(SentJson contact) {
        return new Contact(part(contact, "name"), part(contact, "email"), part(contact, "phone"));
    }

    private @Nullable String part(SentJson contact, String name) {
        return text(contact.at(name), LONGEST_CONTACT);
    }

    private @Nullable String text(SentJson sent, int longest) {
        Optional<String> text = sent.text().map(String::strip);
        if (!sent.isAbsent() && text.filter(each -> each.length() <= longest).isEmpty()) {
            faults.add(sent, "this cannot be kept", "a text of at most " + longest + " characters");
            return null;
        }
        return text.filter(each -> !each.isEmpty()).orElse(null);
    }
}
