package dev.stipple.api.fhir;

import static dev.stipple.api.fhir.Fhir.codes;
import static dev.stipple.api.fhir.Fhir.coding;
import static dev.stipple.api.fhir.Fhir.concept;

import dev.stipple.answers.Asked;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Citation;
import dev.stipple.assessment.Explanation.Otherwise;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Words;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An assessment as a FHIR GuidanceResponse: its reasons are the findings, its result a CarePlan that bears the verdict
 * and the recommendations, and what it requires are the questions that can still change the verdict.
 */
record Guidance(ReadResponse response, Assessment assessment, Explanation explanation) {
    static ObjectNode of(ReadResponse response, Assessment assessment) {
        return new Guidance(response, assessment, Explanation.of(assessment, response.language())).resource();
    }

    private ObjectNode resource() {
        ObjectNode resource = Fhir.resource("GuidanceResponse");
        resource.put("language", response.language().tag());
        List<Issue> missing = response.completed() ? missing() : List.of();
        ArrayNode contained = resource.putArray("contained").add(plan());
        resource.put("moduleUri", Fhir.rulebook(explanation.rulebook()));
        resource.put("status", assessment.verdict() == Verdict.UNDECIDED ? "data-required" : "success");
        resource.set("subject", subject());
        explanation
                .findings()
                .forEach(reason -> resource.withArrayProperty("reasonCode").add(reason(reason)));
        resource.putArray("note").addObject().put("text", explanation.meaning());
        if (!missing.isEmpty()) {
            contained.add(Issue.outcome(missing).put("id", "missing"));
            resource.putArray("evaluationMessage").addObject().put("reference", "#missing");
        }
        resource.putObject("result").put("reference", "#plan");
        assessment.outlook().deciding().stream()
                .map(this::asked)
                .distinct()
                .forEach(question ->
                        resource.withArrayProperty("dataRequirement").add(required(question)));
        return resource;
    }

    private ObjectNode subject() {
        return response.subject() == null
                ? Fhir.JSON.objectNode().put("display", word("subject"))
                : response.subject().deepCopy();
    }

    private ObjectNode plan() {
        ObjectNode plan = Fhir.resource("CarePlan").put("id", "plan").put("status", "draft");
        plan.put("intent", "proposal");
        plan.putArray("category")
                .add(concept(
                        explanation.verdictName(),
                        coding(codes("verdict"), explanation.verdict().name(), explanation.verdictName())));
        plan.put("title", explanation.verdictName()).put("description", explanation.meaning());
        plan.set("subject", subject());
        explanation
                .recommendations()
                .forEach(recommendation ->
                        plan.withArrayProperty("activity").addObject().set("detail", activity(recommendation)));
        plan.putArray("note").addObject().put("text", explanation.disclaimer());
        return plan;
    }

    private ObjectNode activity(Explanation.Recommendation recommendation) {
        ObjectNode detail = Fhir.JSON.objectNode();
        detail.set(
                "code",
                concept(
                        recommendation.topicName(),
                        coding(codes("topic"), recommendation.topic(), recommendation.topicName()),
                        coding(codes("rule"), recommendation.rule(), recommendation.rule())));
        detail.put("status", "not-started");
        return detail.put(
                "description", recommendation.text() + grounds(recommendation.sources(), recommendation.otherwise()));
    }

    private ObjectNode reason(Explanation.Reason reason) {
        String delay = reason.delay() == null ? "" : " (" + reason.delay().text() + ")";
        return concept(
                reason.reason() + delay + grounds(reason.sources(), reason.otherwise()),
                coding(codes("rule"), reason.rule(), reason.title()),
                coding(codes("effect"), reason.effect(), reason.effectName()));
    }

    private String grounds(List<Citation> sources, List<Otherwise> otherwise) {
        String cited = sources.stream().map(Guidance::cited).collect(Collectors.joining("; "));
        String dissent = otherwise.stream()
                .map(each -> "\n" + word("otherwise") + " " + each.source().id() + ": " + each.says())
                .collect(Collectors.joining());
        return cited.isEmpty() ? dissent : "\n" + word("sources") + " " + cited + dissent;
    }

    private static String cited(Citation source) {
        String year = source.year() == null ? "" : " (" + source.year() + ")";
        return source.id() + ", " + source.title() + ", " + source.publisher() + year;
    }

    private ObjectNode asked(Slot slot) {
        return coding(
                Fhir.QUESTIONNAIRE, linkId(slot), AnswerWords.question(slot).in(response.language()));
    }

    private static ObjectNode required(ObjectNode question) {
        ObjectNode requirement = Fhir.JSON.objectNode().put("type", "QuestionnaireResponse");
        requirement
                .putArray("codeFilter")
                .addObject()
                .put("path", "item.linkId")
                .putArray("code")
                .add(question);
        return requirement;
    }

    /** Required questions that are asked and were neither answered nor answered with "not sure". */
    private List<Issue> missing() {
        return assessment.unanswered().stream()
                .filter(slot -> !response.unsure().contains(slot.pointer()) && isRequired(slot))
                .map(slot -> new Issue(
                        "warning",
                        "required",
                        "this is required and not answered, although the response says that it is complete",
                        "QuestionnaireResponse.descendants().where(linkId = '" + linkId(slot) + "')"))
                .toList();
    }

    private boolean isRequired(Slot slot) {
        Question question = slot.question();
        if (question == null) {
            return slot.isSafetyCritical();
        }
        var entry = assessment.answers().entries(slot.group()).get(slot.entry());
        return QuestionnaireResource.required(question) && assessment.answers().asked(question, entry) == Asked.YES;
    }

    private String word(String key) {
        return Words.of("forms", response.language()).getString(key);
    }

    private static String linkId(Slot slot) {
        return slot.question() == null ? LinkIds.any(slot.group()) : LinkIds.of(slot.question());
    }
}
