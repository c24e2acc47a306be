package dev.stipple.api.fhir;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads QuestionnaireResponses. What it knows nothing of, such as profiles, authors and extensions, it leaves alone; what
 * it does not understand among the answers is an issue.
 */
public final class ResponseReader {
    private static final String RESPONSE = "QuestionnaireResponse";
    private static final Set<String> FINISHED = Set.of("completed", "amended");
    private static final Set<String> STATUSES = Set.of("in-progress", "completed", "amended", "stopped");
    private static final List<String> SUBJECT = List.of("reference", "type", "display");

    private ResponseReader() {}

    /**
     * Reads one resource.
     *
     * @param duplicates JSON pointers of names that were written twice
     * @param fallback the language where the resource names none
     * @throws InvalidResponse with every issue
     */
    public static ReadResponse read(
            Questionnaire questionnaire, JsonNode resource, List<String> duplicates, Language fallback) {
        if (!resource.path("resourceType").asString("").equals(RESPONSE)) {
            throw new InvalidResponse(
                    List.of(Issue.error("invalid", "this is not a QuestionnaireResponse; send one", "")));
        }
        var issues = new ArrayList<Issue>();
        duplicates.forEach(pointer ->
                issues.add(Issue.error("structure", "the name at " + pointer + " is written twice", RESPONSE)));
        checkFrame(resource, issues);
        ResponseItems items = ResponseItems.of(questionnaire, resource.path("item"), issues);
        return new ReadResponse(
                answers(questionnaire, items, issues),
                items.unsure(),
                Language.of(resource.path("language").asString("")).orElse(fallback),
                subject(resource.path("subject")),
                FINISHED.contains(resource.path("status").asString("")));
    }

    private static void checkFrame(JsonNode resource, List<Issue> issues) {
        if (!STATUSES.contains(resource.path("status").asString(""))) {
            issues.add(Issue.error(
                    "value",
                    "this status cannot be assessed; expected in-progress, completed, amended or stopped",
                    RESPONSE + ".status"));
        }
        String questionnaire = resource.path("questionnaire").asString("");
        String name = questionnaire.replaceFirst("\\|.*", "");
        boolean ours = name.isEmpty()
                || name.equals(Fhir.QUESTIONNAIRE)
                || name.equals(Fhir.QUESTIONNAIRE_ID)
                || name.endsWith("Questionnaire/" + Fhir.QUESTIONNAIRE_ID);
        if (!ours) {
            issues.add(Issue.error(
                    "not-supported",
                    "this answers another questionnaire; expected " + Fhir.QUESTIONNAIRE,
                    RESPONSE + ".questionnaire"));
        }
    }

    private static Answers answers(Questionnaire questionnaire, ResponseItems items, List<Issue> issues) {
        try {
            Answers answers = AnswersReader.read(questionnaire, items.answers(), List.of());
            if (!issues.isEmpty()) {
                throw new InvalidResponse(issues);
            }
            return answers;
        } catch (InvalidAnswers e) {
            e.faults().forEach(fault -> issues.add(Issue.of(fault, items.expression(fault.pointer()))));
            throw new InvalidResponse(issues, e.more());
        }
    }

    private static @Nullable ObjectNode subject(JsonNode subject) {
        ObjectNode reference = Fhir.JSON.objectNode();
        SUBJECT.stream()
                .filter(member -> subject.path(member).isString()
                        && !subject.path(member).stringValue().isBlank())
                .forEach(member -> reference.set(member, subject.get(member)));
        return reference.isEmpty() ? null : reference;
    }
}
