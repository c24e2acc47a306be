package dev.stipple.api.fhir;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.FittingAnswers;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.SentJson;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import dev.stipple.wording.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads QuestionnaireResponses. Elements that say nothing of the answers, such as authors, narratives and extensions, are
 * tolerated by name; whatever else is not read is a fault.
 */
public final class ResponseReader {
    private static final String RESPONSE = "QuestionnaireResponse";
    private static final Set<String> FINISHED = Set.of("completed", "amended");
    private static final Set<String> STATUSES = Set.of("in-progress", "completed", "amended", "stopped");
    private static final List<String> SUBJECT = List.of("reference", "type", "display");
    private static final List<String> TOLERATED_IN_SUBJECT =
            List.of("id", "extension", "identifier", "_reference", "_type", "_display");
    private static final List<String> TOLERATED = List.of(
            "id",
            "meta",
            "text",
            "contained",
            "extension",
            "identifier",
            "basedOn",
            "partOf",
            "encounter",
            "authored",
            "author",
            "source",
            "_id",
            "_language",
            "_questionnaire",
            "_status",
            "_authored");

    private ResponseReader() {}

    /**
     * Reads a document that is one resource.
     *
     * @param fallback the language where the resource names none that is spoken here
     * @throws InvalidResponse with every fault
     */
    public static ReadResponse read(Questionnaire questionnaire, StrictJson document, Language fallback) {
        var faults = new ResponseFaults();
        SentJson resource = SentJson.of(document);
        ReadResponse response = read(questionnaire, resource, fallback, faults);
        faults.end(resource);
        return response;
    }

    /**
     * Reads a resource that stands inside a document.
     *
     * @param faults takes every fault, its pointer into the document; what does not fit may be left out
     */
    public static ReadResponse read(
            Questionnaire questionnaire, SentJson resource, Language fallback, ResponseFaults faults) {
        if (resource.at("resourceType").text().filter(RESPONSE::equals).isEmpty()) {
            faults.add("invalid", resource, "this is not a " + RESPONSE, "one");
        }
        resource.tolerate(TOLERATED);
        boolean finished = FINISHED.contains(status(resource.at("status"), faults));
        String version = version(resource.at("questionnaire"), faults);
        ResponseItems items = ResponseItems.of(questionnaire, resource, faults);
        return new ReadResponse(
                answers(questionnaire, items, faults),
                items.unsure(),
                language(resource.at("language"), questionnaire.languages()).orElse(fallback),
                reference(resource.at("subject")),
                finished,
                version);
    }

    private static String status(SentJson status, ResponseFaults faults) {
        Optional<String> known = status.text().filter(STATUSES::contains);
        if (known.isEmpty()) {
            faults.add("value", status, "this status cannot be assessed", "in-progress, completed, amended or stopped");
        }
        return known.orElse("");
    }

    /** Which version of the questionnaire is answered; null where that is not said. */
    private static @Nullable String version(SentJson questionnaire, ResponseFaults faults) {
        String canonical = questionnaire.text().orElse("");
        int bar = canonical.indexOf('|');
        String name = bar < 0 ? canonical : canonical.substring(0, bar);
        boolean ours = name.isEmpty()
                || name.equals(Fhir.QUESTIONNAIRE)
                || name.equals("#" + NextQuestion.CONTAINED)
                || name.equals(Fhir.QUESTIONNAIRE_ID)
                || name.endsWith("Questionnaire/" + Fhir.QUESTIONNAIRE_ID);
        if (!ours) {
            faults.add("not-supported", questionnaire, "this answers another questionnaire", Fhir.QUESTIONNAIRE);
        }
        return bar < 0 ? null : canonical.substring(bar + 1);
    }

    private static Answers answers(Questionnaire questionnaire, ResponseItems items, ResponseFaults faults) {
        if (faults.leavesOut()) {
            return FittingAnswers.of(
                    items.answers(),
                    json -> AnswersReader.read(questionnaire, json, List.of()),
                    unfit -> faults.unfit().addAll(unfit, items::placed));
        }
        try {
            return AnswersReader.read(questionnaire, items.answers(), List.of());
        } catch (InvalidAnswers e) {
            faults.addAll(e, items::placed);
            return Answers.none(questionnaire);
        }
    }

    private static Optional<Language> language(SentJson language, Languages spoken) {
        return language.text().flatMap(tag -> spoken.suiting(List.of(Locale.forLanguageTag(tag))));
    }

    /** A reference to a person, as far as it is read; null where it names nobody. */
    public static @Nullable ObjectNode reference(SentJson subject) {
        ObjectNode reference = Fhir.JSON.objectNode();
        subject.tolerate(TOLERATED_IN_SUBJECT);
        SUBJECT.forEach(member -> subject.at(member)
                .text()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> reference.put(member, text)));
        return reference.isEmpty() ? null : reference;
    }
}
