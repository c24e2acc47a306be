package dev.stipple.api.fhir;

import dev.stipple.answers.Answers;
import dev.stipple.wording.Language;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a QuestionnaireResponse says.
 *
 * @param unsure pointers of the questions that were answered with "not sure"
 * @param subject reference to whom the answers are about; null where it names nobody
 * @param completed whether the sender holds it to be complete, which proves nothing
 * @param version of the questionnaire that is answered; null where that is not said
 */
public record ReadResponse(
        Answers answers,
        Set<String> unsure,
        Language language,
        @Nullable ObjectNode subject,
        boolean completed,
        @Nullable String version) {

    /** Whether it says that it answers another version of the questionnaire; its answers count by their link ids all the same. */
    public boolean isOfAnother(String digest) {
        return version != null && !version.equals(digest);
    }
}
