package dev.stipple.screening.exchange;

import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.AssessmentRequest;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.SentJson;
import dev.stipple.assessment.DistantDay;
import dev.stipple.assessment.GivenLater;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Submission;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be kept of somebody: a request for an assessment and, beside it,
 * {@code "consent": "2026-01", "contact": {"name": ..., "email": ..., "phone": ...}}.
 */
public final class SubmissionRequest {
    /** The member of a line, and the column of a table, that says on which day the answers were given. */
    public static final String GIVEN = "given";

    private static final int LONGEST_CONSENT = 80;
    private static final int LONGEST_CONTACT = 200;

    private final AnswerFaults faults = new AnswerFaults();

    private SubmissionRequest() {}

    /**
     * Reads a document of which nothing else is left to be read.
     *
     * @throws InvalidAnswers with every fault, its pointer into the document
     */
    public static Submission read(Questionnaire questionnaire, SentJson sent) {
        var request = new SubmissionRequest();
        SentJson email = sent.at("contact").at("email");
        if (!email.text()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Contact::isMail)
                .orElse(true)) {
            request.faults.add(email, "this is no mail address", "an address such as ana@example.org");
        }
        return request.submission(questionnaire, sent);
    }

    /**
     * Reads a line of a file as a document, beside whose members the day may stand on which the answers were given.
     *
     * @param today the latest that it can be
     */
    static Submission readLine(Questionnaire questionnaire, SentJson sent, LocalDate today) {
        var line = new SubmissionRequest();
        LocalDate given = line.given(sent.at(GIVEN), today);
        Submission submission = line.submission(questionnaire, sent);
        return given == null ? submission : submission.givenOn(given);
    }

    private @Nullable LocalDate given(SentJson sent, LocalDate today) {
        if (sent.isAbsent()) {
            return null;
        }
        try {
            return GivenLater.checked(LocalDate.parse(sent.text().orElse("")), today);
        } catch (DateTimeParseException | GivenLater | DistantDay e) {
            faults.add(sent, "answers are not given on this day", "a day such as 2026-05-31, and none to come");
            return null;
        }
    }

    private Submission submission(Questionnaire questionnaire, SentJson sent) {
        SentJson agreed = sent.at("consent");
        String consent = text(agreed, LONGEST_CONSENT);
        boolean unsaid =
                agreed.isAbsent() || agreed.text().filter(String::isBlank).isPresent();
        if (unsaid && sent.isObject()) {
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
