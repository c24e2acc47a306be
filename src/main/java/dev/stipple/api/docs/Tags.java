package dev.stipple.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;

/** The parts of the API; a generated client has a class for each. */
final class Tags {
    private static final List<Part> PARTS = List.of(
            new Part(
                    "Assessments",
                    "Answers in, an explained assessment out",
                    List.of("/api/v1/assessments", "/api/v1/counterfactuals", "/api/v1/questionnaire")),
            new Part("Rules", "What the rules in use say", List.of("/api/v1/rules", "/api/v1/rulebook")),
            new Part("Screenings", "What is kept of people, and what is decided", List.of("/api/v1/screenings")),
            new Part("Access", "Accounts of people and keys of programs", List.of("/api/v1/account", "/api/v1/keys")),
            new Part("Upkeep", "Who did what, and one file of everything", List.of("/api/v1/audit", "/api/v1/backup")),
            new Part("FHIR R4", "The questionnaire and its answers as FHIR resources", List.of("/fhir/")),
            new Part("CDS Hooks", "Cards for a clinician's record system", List.of("/cds-services")),
            new Part("SurveyJS", "The questionnaire as a SurveyJS form", List.of("/surveyjs/")));

    private Tags() {}

    /** What begins with one of these paths. */
    private record Part(String title, String description, List<String> paths) {}

    static void declare(OpenAPI api) {
        api.setTags(PARTS.stream()
                .map(each -> new Tag().name(each.title()).description(each.description()))
                .toList());
    }

    static void tag(String path, Operation operation) {
        operation.setTags(PARTS.stream()
                .filter(each -> each.paths().stream().anyMatch(path::startsWith))
                .map(Part::title)
                .toList());
    }
}
