package dev.stipple.api.screenings;

import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.api.AssessmentRequest;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Submission;
import dev.stipple.text.StrictJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a request to keep a screening: that of an assessment and, beside it,
 * {@code "consent": "2026-01", "contact": {"name": ..., "email": ..., "phone": ...}}.
 */
final class SubmissionRequest {
    private static final List<String> BESIDES = List.of("consent", "contact");
    private static final List<String> CONTACT = List.of("name", "email", "phone");
    private static final int LONGEST_CONSENT = 80;
    private static final int LONGEST_CONTACT = 200;

    private final AnswerFaults faults = new AnswerFaults();

    private SubmissionRequest() {}

    /**
     * @throws StrictJson.Malformed where it is not JSON
     * @throws InvalidAnswers with every fault, its pointer relative to the body
     */
    static Submission read(Questionnaire questionnaire, byte[] body) {
        return new SubmissionRequest().submission(questionnaire, StrictJson.read(body));
    }

    private Submission submission(Questionnaire questionnaire, StrictJson json) {
        String consent = text("/consent", json.tree().path("consent"), LONGEST_CONSENT);
        if (consent == null && faults.isEmpty()) {
            faults.add("/consent", "nothing is kept without consent", "the version of the text agreed to");
        }
        Contact contact = contact(json.tree().path("contact"));
        AssessmentRequest request = null;
        try {
            request = AssessmentRequest.read(questionnaire, json, BESIDES);
        } catch (InvalidAnswers e) {
            faults.addAll(e, fault -> fault);
        }
        if (request == null || consent == null || !faults.isEmpty()) {
            throw faults.problem();
        }
        return new Submission(request.answers(), request.language(), contact, consent);
    }

    private Contact contact(JsonNode contact) {
        if (contact.isMissingNode() || contact.isNull()) {
            return Contact.NONE;
        }
        if (!contact.isObject()) {
            faults.add("/contact", "this is not an object", "name, email and phone");
            return Contact.NONE;
        }
        contact.propertyNames().stream()
                .filter(name -> !CONTACT.contains(name))
                .forEach(name -> faults.addUnknown(
                        "/contact", "there is no such member", "name, email or phone", name, CONTACT));
        return new Contact(part(contact, "name"), part(contact, "email"), part(contact, "phone"));
    }

    private @Nullable String part(JsonNode contact, String name) {
        return text("/contact/" + name, contact.path(name), LONGEST_CONTACT);
    }

    private @Nullable String text(String pointer, JsonNode value, int longest) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        Optional<String> text =
                value.isString() ? Optional.of(value.stringValue().strip()) : Optional.empty();
        if (text.filter(each -> each.length() <= longest).isEmpty()) {
            faults.add(pointer, "this cannot be kept", "a text of at most " + longest + " characters");
            return null;
        }
        return text.filter(each -> !each.isEmpty()).orElse(null);
    }
}
