package dev.stipple.api.fhir;

import static dev.stipple.api.fhir.Fhir.codes;
import static dev.stipple.api.fhir.Fhir.coding;
import static dev.stipple.api.fhir.Fhir.concept;

import dev.stipple.answers.Asked;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Citation;
import dev.stipple.assessment.Explanation.Note;
import dev.stipple.assessment.Explanation.Otherwise;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An assessment as a FHIR GuidanceResponse: its reasons are the findings, its result a CarePlan that bears the verdict
 * and the recommendations, and what it requires are the questions that can still change the verdict.
 */
record Guidance(ReadResponse response, Assessment assessment, Explanation explanation, Summary summary) {
    /** @param day from which waits count */
    static ObjectNode of(ReadResponse response, Assessment assessment, LocalDate day) {
        var explanation = Explanation.of(assessment, response.language());
        return new Guidance(response, assessment, explanation, Summary.of(assessment, response.language(), day))
                .resource();
    }

    private ObjectNode resource() {
        ObjectNode resource = Fhir.resource("GuidanceResponse");
        resource.put("language", response.language().tag());
        List<Issue> issues = Stream.concat(otherVersion(), response.completed() ? missing() : Stream.of())
                .toList();
        ArrayNode contained = resource.putArray("contained").add(plan());
        resource.put("moduleUri", Fhir.rulebook(explanation.rulebook()));
        resource.put("status", assessment.verdict() == Verdict.UNDECIDED ? "data-required" : "success");
        resource.set("subject", subject());
        explanation
                .findings()
                .forEach(reason -> resource.withArrayProperty("reasonCode").add(reason(reason)));
        notes(resource, Stream.concat(Stream.of(summary.line()), summary.sentences().stream()));
        if (!issues.isEmpty()) {
            contained.add(Issue.outcome(issues).put("id", "issues"));
            resource.putArray("evaluationMessage").addObject().put("reference", "#issues");
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
        if (summary.until() != null) {
            plan.putObject("period")
                    .put("start", summary.asOf().toString())
                    .put("end", summary.until().toString());
        }
        explanation
                .recommendations()
                .forEach(recommendation ->
                        plan.withArrayProperty("activity").addObject().set("detail", activity(recommendation)));
        notes(plan, Stream.concat(summary.todo().stream().map(Guidance::stage), Stream.of(explanation.disclaimer())));
        return plan;
    }

    private static void notes(ObjectNode resource, Stream<String> texts) {
        ArrayNode notes = resource.putArray("note");
        texts.forEach(text -> notes.addObject().put("text", text));
    }

    private static String stage(Summary.Stage stage) {
        return stage.name() + ": "
                + stage.steps().stream().map(Summary.Step::text).collect(Collectors.joining("; "));
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
                "description",
                recommendation.text() + sources(recommendation.sources()) + notes(recommendation.notes()));
    }

    private ObjectNode reason(Explanation.Reason reason) {
        String delay = reason.delay() == null ? "" : " (" + reason.delay().text() + ")";
        return concept(
                reason.reason()
                        + delay
                        + sources(reason.sources())
                        + dissents(reason.otherwise())
                        + notes(reason.notes()),
                coding(codes("rule"), reason.rule(), reason.title()),
                coding(codes("effect"), reason.effect(), reason.effectName()));
    }

    private String sources(List<Citation> sources) {
        String cited = sources.stream().map(Guidance::cited).collect(Collectors.joining("; "));
        return cited.isEmpty() ? "" : "\n" + word("sources") + " " + cited;
    }

    private String dissents(List<Otherwise> otherwise) {
        return otherwise.stream()
                .map(each -> said(
                        "otherwise." + each.direction().name().toLowerCase(Locale.ROOT), each.source(), each.says()))
                .collect(Collectors.joining());
    }

    private String notes(List<Note> notes) {
        return notes.stream()
                .map(each -> said("note", each.source(), each.says()))
                .collect(Collectors.joining());
    }

    private String said(String key, Citation source, String says) {
        return "\n" + word(key) + " " + source.id() + ": " + says;
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
    private Stream<Issue> missing() {
        return assessment.unanswered().stream()
                .filter(slot -> !response.unsure().contains(slot.pointer()) && isRequired(slot))
                .map(slot -> new Issue(
                        "warning",
                        "required",
                        "this is required and not answered, although the response says that it is complete",
                        "QuestionnaireResponse.descendants().where(linkId = '" + linkId(slot) + "')"));
    }

    private Stream<Issue> otherVersion() {
        return response.isOfAnother(explanation.rulebook())
                ? Stream.of(new Issue(
                        "warning",
                        "informational",
                        "this answers another version of the questionnaire than the one in use, "
                                + explanation.rulebook() + "; its answers were read by their linkIds",
                        "QuestionnaireResponse.questionnaire"))
                : Stream.of();
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
